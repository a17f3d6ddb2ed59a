package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.faults.ApiClient.Answer;
import com.modex.booking.journey.Sweep;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's disk is full: what is there can be read, and nothing is half written. Where no small disk can be had,
 * triggers make PostgreSQL fail each insert with the same error, 53100.
 */
class DiskFullTest {
    private static final Logger LOG = LoggerFactory.getLogger(DiskFullTest.class);
    private static final int SEATS = 2_000;
    private static final int TOO_MANY_SEATS = 20_000;

    private Optional<SmallDisk> disk;
    private DurablePostgres postgres;
    private ServerProcess server;

    @BeforeEach
    void start() {
        disk = SmallDisk.mount();
        if (disk.isEmpty()) {
            LOG.info("This user may mount nothing: triggers stand in for a full disk");
        }
        postgres = disk.map(small -> DurablePostgres.start(small.directory())).orElseGet(DurablePostgres::start);
        server = ServerProcess.start(postgres.port());
    }

    @AfterEach
    void stop() {
        server.close();
        postgres.close();
        disk.ifPresent(SmallDisk::close);
    }

    @Test
    void readsAreServedWritesAreRefusedAndNothingIsHalfWritten() throws IOException {
        ApiClient client = server.client();
        String show = client.scheduleShow(SEATS);
        Map<String, String> promised = new HashMap<>();
        fill();

        Answer noShow = client.createShow(TOO_MANY_SEATS, "show");
        int refused = bookUntilRefused(client, show, promised);

        assertThat(noShow).matches(Answer::isUnavailable);
        assertThat(client.get("/v1/shows").status()).isEqualTo(200);
        assertThat(client.get("/v1/shows/" + show).status()).isEqualTo(200);
        assertThat(client.get("/v1/shows/" + show + "/seats").status()).isEqualTo(200);
        assertThat(client.get("/v1/shows/" + show + "/availability").text("booked"))
                .isEqualTo(Integer.toString(promised.size()));
        assertThat(client.isLive()).isTrue();
        assertThat(postgres.sql("SELECT id FROM shows")).containsExactly(show);
        assertKept(show, promised);

        free();
        Deadline.await(
                "a booking with room again", Duration.ofSeconds(10), () -> booked(client, show, refused, promised));
        assertThat(client.createShow(TOO_MANY_SEATS, "show").status()).isEqualTo(201);
        assertKept(show, promised);
    }

    /** A page that is begun still takes some. */
    private static int bookUntilRefused(ApiClient client, String show, Map<String, String> promised)
            throws IOException {
        for (int seat = 1; seat <= SEATS; seat++) {
            Answer answer = client.book("alice", show, List.of(seat), "seat-" + seat);
            if (answer.status() != 201) {
                assertThat(answer).matches(Answer::isUnavailable);
                return seat;
            }
            promised.put("seat-" + seat, answer.text("id"));
        }
        throw new AssertionError("The disk was never full");
    }

    private static boolean booked(ApiClient client, String show, int seat, Map<String, String> promised) {
        try {
            Answer answer = client.book("alice", show, List.of(seat), "seat-" + seat);
            if (answer.status() == 201) {
                promised.put("seat-" + seat, answer.text("id"));
                return true;
            }
            assertThat(answer).matches(Answer::isUnavailable);
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertKept(String show, Map<String, String> promised) {
        assertThat(postgres.sql("SELECT idempotency_key, id FROM bookings WHERE show_id = '" + show + "'"))
                .containsExactlyInAnyOrderElementsOf(promised.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
        Sweep.assertClean(postgres::sql);
    }

    private void fill() {
        disk.ifPresentOrElse(SmallDisk::fill, () -> postgres.execute("""
                CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$;
                CREATE TRIGGER full_disk BEFORE INSERT ON seats EXECUTE FUNCTION full_disk();
                CREATE TRIGGER full_disk BEFORE INSERT ON bookings EXECUTE FUNCTION full_disk();
                """));
    }

    private void free() {
        disk.ifPresentOrElse(SmallDisk::free, () -> postgres.execute("""
                DROP TRIGGER full_disk ON seats;
                DROP TRIGGER full_disk ON bookings;
                """));
    }
}
