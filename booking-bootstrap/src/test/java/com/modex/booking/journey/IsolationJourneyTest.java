package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.UnitOfWork;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rules of locking rest on READ COMMITTED: the server asks for it, whatever the database's default is. */
class IsolationJourneyTest {
    @Test
    void unitsOfWorkAreReadCommitted() {
        try (var server = RunningServer.start("--spring.datasource.hikari.data-source-properties.options="
                + "-c default_transaction_isolation=serializable")) {
            var jdbc = new JdbcTemplate(server.part(DataSource.class));

            String level = server.part(UnitOfWork.class)
                    .run(() -> jdbc.queryForObject("SHOW transaction_isolation", String.class));

            assertThat(level).isEqualTo("read committed");
        }
    }
}
