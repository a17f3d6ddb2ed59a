package com.modex.booking.architecture.offenders.thedriverrunswhatjooqrendered.adapter.postgres;

import org.springframework.jdbc.core.JdbcTemplate;

final class UsesSpringsTemplate {
    int wipe(JdbcTemplate jdbc) {
        return jdbc.update("truncate seats");
    }
}
