package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.faults.ApiClient.Answer;
import com.modex.booking.journey.Sweep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Buyers who book one seat after the other of a show that they have for themselves. Each request has a key of its own, and
 * is sent again, to the next server if need be, until it has succeeded.
 */
final class Load implements AutoCloseable {
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(50);

    private final DurablePostgres postgres;
    private final String show;
    private final int seats;
    private final List<ApiClient> servers;
    private final AtomicInteger nextSeat = new AtomicInteger(1);
    private final Map<String, String> promised = new ConcurrentHashMap<>();
    private final Set<String> otherAnswers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private final List<CompletableFuture<Void>> buyers = new ArrayList<>();
    private volatile boolean stopped;
    private volatile boolean abandoned;

    private Load(DurablePostgres postgres, String show, int seats, List<ApiClient> servers) {
        this.postgres = postgres;
        this.show = show;
        this.seats = seats;
        this.servers = servers;
    }

    /** The first seats are sold when this returns. */
    static Load on(DurablePostgres postgres, String show, int seats, int buyers, List<ApiClient> servers) {
        var load = new Load(postgres, show, seats, servers);
        for (int i = 0; i < buyers; i++) {
            int number = i;
            // Asked for now: a server that is down gives out none.
            servers.forEach(server -> server.token("buyer-" + number));
        }
        for (int i = 0; i < buyers; i++) {
            int number = i;
            load.buyers.add(Deadline.begin(() -> {
                load.buy(number);
                return null;
            }));
        }
        load.awaitSales(buyers);
        return load;
    }

    private void buy(int buyer) {
        int at = buyer;
        while (!stopped) {
            int seat = nextSeat.getAndIncrement();
            if (seat > seats) {
                return;
            }
            while (!abandoned) {
                try {
                    Answer answer = servers.get(at % servers.size())
                            .book("buyer-" + buyer, show, List.of(seat), "seat-" + seat);
                    if (answer.status() == 201) {
                        promised.put("seat-" + seat, answer.text("id"));
                        break;
                    }
                    if (answer.isUnavailable()) {
                        unavailable.incrementAndGet();
                    } else {
                        otherAnswers.add(answer.toString());
                    }
                } catch (IOException e) {
                    cut.incrementAndGet();
                    at++;
                }
                LockSupport.parkNanos(BEFORE_ANOTHER_TRY.toNanos());
            }
        }
    }

    /** How many answers were 503. */
    int unavailable() {
        return unavailable.get();
    }

    /** How many requests got no answer. */
    int cut() {
        return cut.get();
    }

    /** Waits until so many more are sold. */
    void awaitSales(int more) {
        awaitSales(more, Deadline.PATIENCE);
    }

    void awaitSales(int more, Duration patience) {
        int enough = promised.size() + more;
        Deadline.await(more + " more sales", patience, () -> promised.size() >= enough);
    }

    void awaitSoldOut() {
        Deadline.await("the last sale", () -> promised.size() == seats);
    }

    /** Waits until nobody is in the middle of a purchase. */
    void finish() {
        stopped = true;
        buyers.forEach(buyer -> Deadline.await("the end of a purchase", buyer));
    }

    /** The same, but for that nobody sends again what has not succeeded. */
    void giveUp() {
        abandoned = true;
        finish();
    }

    /** Whatever a buyer was told is in the database, nothing else is, and nobody was told anything but 201 and 503. */
    void assertKept() {
        finish();
        assertThat(otherAnswers).isEmpty();
        assertThat(postgres.sql(
                        "SELECT idempotency_key, id, status, 'seat-' || array_to_string(seats, ',') FROM bookings"
                                + " WHERE show_id = '" + show + "'"))
                .containsExactlyInAnyOrderElementsOf(promised.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue() + " CONFIRMED " + entry.getKey())
                        .toList());
        Sweep.assertClean(postgres::sql);
    }

    @Override
    public void close() {
        giveUp();
    }
}
