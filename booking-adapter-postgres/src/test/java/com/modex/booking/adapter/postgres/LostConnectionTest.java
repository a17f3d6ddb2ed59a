package com.modex.booking.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.application.UnavailableException;
import org.junit.jupiter.api.Test;

class LostConnectionTest {
    private final PostgresWorld world = PostgresWorld.empty();

    @Test
    void aDatabaseThatHangsUpIsUnavailable() {
        assertThatThrownBy(() ->
                        world.doInTransaction(() -> world.execute("SELECT pg_terminate_backend(pg_backend_pid())")))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void aDatabaseThatHasHungUpBeforeTheCommitIsUnavailable() {
        assertThatThrownBy(() -> world.doInTransaction(() -> {
                    long backend = world.number("SELECT pg_backend_pid()");
                    PostgresWorld.shared("").execute("SELECT pg_terminate_backend(" + backend + ", 5000)");
                }))
                .isInstanceOf(UnavailableException.class);
    }
}
