package com.modex.booking.adapter.postgres;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A migrated, empty database that nobody else uses. */
public record TestDatabase(String jdbcUrl, String username, String password) {

    /** A data source that opens a new connection each time. */
    public DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl);
        dataSource.setUser(username);
        dataSource.setPassword(password);
        return dataSource;
    }
}
