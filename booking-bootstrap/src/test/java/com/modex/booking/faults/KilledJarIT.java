package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.faults.ApiClient.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The jar that is killed under load and started again: what was promised is kept, what was not can be asked for again. */
class KilledJarIT {
    private static final int SEATS = 4_000;
    private static final int BUYERS = 32;
    private static final List<Integer> PAIR = List.of(3, 4);

    @Test
    void whatWasPromisedIsThereAndFoundByItsKey() throws IOException {
        try (var production = Production.prepare();
                var killed = production.start()) {
            ApiClient client = killed.client();
            String show = client.scheduleShow(10);
            Answer booked = client.book("alice", show, PAIR, "once");
            assertThat(booked.status()).isEqualTo(201);
            DurablePostgres postgres = production.postgres();
            try (var load = Load.on(postgres, client.scheduleShow(SEATS), SEATS, BUYERS, List.of(client))) {
                killed.kill();

                // On the same port: the buyers go on by themselves, each with the key whose answer did not come.
                try (var next = production.start()) {
                    assertThat(load.cut()).isGreaterThanOrEqualTo(BUYERS);
                    load.awaitSales(BUYERS);
                    load.assertKept();

                    Answer again = next.client().book("alice", show, PAIR, "once");
                    assertThat(again.status()).isEqualTo(201);
                    assertThat(again.replayed()).isTrue();
                    assertThat(again.text("id")).isEqualTo(booked.text("id"));
                    assertThat(postgres.sql("SELECT id FROM bookings WHERE show_id = '" + show + "'"))
                            .containsExactly(booked.text("id"));
                }
            }
        }
    }
}
