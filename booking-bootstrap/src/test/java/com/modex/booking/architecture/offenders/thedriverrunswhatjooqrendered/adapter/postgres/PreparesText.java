package com.modex.booking.architecture.offenders.thedriverrunswhatjooqrendered.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

final class PreparesText {
    PreparedStatement wipe(Connection connection) throws SQLException {
        return connection.prepareStatement("truncate seats");
    }
}
