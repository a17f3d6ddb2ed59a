package com.modex.booking.architecture.offenders.thedriverrunswhatjooqrendered.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

final class CreatesAStatement {
    Statement wipe(Connection connection) throws SQLException {
        return connection.createStatement();
    }
}
