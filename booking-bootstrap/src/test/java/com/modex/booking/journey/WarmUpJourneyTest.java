package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the server does to itself before it says that it is ready. */
@ExtendWith(OutputCaptureExtension.class)
class WarmUpJourneyTest {
    private static final String ROWS = """
            select c.relname, xpath('//n/text()', query_to_xml(format('select count(*) as n from %I', c.relname), false, true, ''))
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind = 'r' order by 1
            """;

    /** Counted by PostgreSQL also where the transaction was rolled back; it takes a second until everybody sees it. */
    private static final String INSERTED = """
            select n_tup_ins > 0 from pg_stat_user_tables where relname in ('shows', 'seats', 'bookings') order by relname
            """;

    @Test
    void leavesNoRows(CapturedOutput output) throws InterruptedException {
        try (var server = RunningServer.start("--booking.warm-up=2s")) {
            assertThat(output).doesNotContain("The warm-up came short");
            assertThat(server.get(null, "/actuator/health/readiness").status()).isEqualTo(200);

            assertThat(server.sql(ROWS))
                    .contains("shows {0}", "seats {0}", "bookings {0}")
                    .allMatch(rows -> rows.endsWith("{0}") || rows.startsWith("flyway_schema_history "));
            for (int tries = 0; tries < 100 && server.sql(INSERTED).contains("f"); tries++) {
                Thread.sleep(100);
            }
            assertThat(server.sql(INSERTED)).isEqualTo(List.of("t", "t", "t"));
        }
    }

    @Test
    void usesUpNobodysLimit() {
        try (var server = RunningServer.start("--booking.warm-up=2s", "--booking.rate-limit=1")) {
            for (int request = 0; request < 10; request++) {
                assertThat(server.get(null, "/v1/shows").status()).isEqualTo(200);
            }
        }
    }
}
