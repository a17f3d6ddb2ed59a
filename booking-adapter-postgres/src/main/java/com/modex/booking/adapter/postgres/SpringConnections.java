package com.modex.booking.adapter.postgres;

import com.modex.booking.application.UnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Hands jOOQ the connection of the running unit of work, or one from the pool where there is none. */
final class SpringConnections implements ConnectionProvider {
    private final DataSource dataSource;

    SpringConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Connection acquire() {
        try {
            return DataSourceUtils.doGetConnection(dataSource);
        } catch (SQLException e) {
            throw new UnavailableException("No connection to the database", e);
        }
    }

    @Override
    public void release(Connection connection) {
        DataSourceUtils.releaseConnection(connection, dataSource);
    }
}
