package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.changed;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.BookingQuery;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.SalesTerms;
import com.modex.booking.domain.show.SeatLimit;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What an idempotency key is good for. */
class BookingOnceTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final BookingUseCases useCases = Cases.useCases(world);
    private final BookSeats bookSeats = useCases.bookSeats();
    private final Show show = world.aShow(10);

    @Test
    void theSameRequestGivesTheFirstBookingAgain() {
        BookingDetails first = booked(command(show, ALICE, "digest", 1, 2));

        assertThat(bookSeats.book(command(show, ALICE, "digest", 1, 2)))
                .isEqualTo(new BookSeats.Result.Replayed(first));
        assertThat(bookingsOfAlice()).isEqualTo(1);
    }

    @Test
    void itGivesTheBookingAsItIsByNow() {
        BookingDetails first = booked(command(show, ALICE, "digest", 1, 2));
        useCases.cancelBooking().cancel(new CancelBooking.Command(first.id(), ALICE, null));

        assertThat(replayed(command(show, ALICE, "digest", 1, 2)).status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(Cases.statuses(world, show.id())).containsOnly(SeatStatus.AVAILABLE);
    }

    @Test
    void anotherRequestWithAUsedKeyIsRefused() {
        booked(command(show, ALICE, "digest", 1, 2));

        assertThat(bookSeats.book(command(show, ALICE, "another", 3))).isEqualTo(new BookSeats.Result.KeyReused());
        assertThat(bookSeats.book(command(show, ALICE, "another", 2))).isEqualTo(new BookSeats.Result.KeyReused());
        assertThat(bookingsOfAlice()).isEqualTo(1);
        assertThat(Cases.statuses(world, show.id()).get(2)).isEqualTo(SeatStatus.AVAILABLE);
    }

    @Test
    void aKeyIsItsUsersAndItsShows() {
        booked(command(show, ALICE, "digest", 1));

        booked(command(show, BOB, "digest", 2));
        booked(command(world.aShow(3), ALICE, "digest", 1));
    }

    @Test
    void aRefusalIsNotKept() {
        var taken = booked(command(show, BOB, "digest", 1));
        assertThat(bookSeats.book(command(show, ALICE, "digest", 1))).isInstanceOf(BookSeats.Result.Refused.class);
        useCases.cancelBooking().cancel(new CancelBooking.Command(taken.id(), BOB, null));

        booked(command(show, ALICE, "digest", 1));
    }

    @Test
    void theFirstBookingComesBeforeWhatWouldBeRefusedByNow() {
        var limited = limitedShow();
        BookingDetails first = booked(command(limited, ALICE, "digest", 1, 2));

        assertThat(replayed(command(limited, ALICE, "digest", 1, 2))).isEqualTo(first);
        world.doInTransaction(() -> world.write(changed(limited, ShowStatus.CANCELLED, 2)));
        assertThat(replayed(command(limited, ALICE, "digest", 1, 2))).isEqualTo(first);
        world.advance(Duration.ofDays(2));
        assertThat(replayed(command(limited, ALICE, "digest", 1, 2))).isEqualTo(first);
    }

    @Test
    void theBestSeatsAreBookedOnceToo() {
        var command = new BookSeats.Command(
                show.id(), ALICE, new SeatWish.Best(10, false), true, new IdempotencyKey(ALICE, "once", "digest"));
        BookingDetails first = booked(command);

        assertThat(replayed(command)).isEqualTo(first);
    }

    @Test
    void contestedSeatsAreTriedAgainForASecond() {
        Instant before = world.now();

        try (var _ = Rival.inTheMiddleOf(world, () -> world.seatLock().take(show.id(), seats(1)))) {
            assertThat(bookSeats.book(command(show, ALICE, "digest", 1))).isInstanceOf(BookSeats.Result.Refused.class);
        }

        assertThat(world.now()).isBetween(before.plusSeconds(1), before.plusSeconds(2));
    }

    @Test
    void ofManyAtOnceOneBooksAndTheOthersGetItsBooking() {
        var answers = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> bookSeats.book(command(show, ALICE, "digest", 1, 2)),
                        task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .map(answer -> answer.orTimeout(10, TimeUnit.SECONDS).join())
                .toList();

        assertThat(answers)
                .filteredOn(BookSeats.Result.Booked.class::isInstance)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(BookSeats.Result.Replayed.class::isInstance)
                .hasSize(7);
        assertThat(bookingsOfAlice()).isEqualTo(1);
    }

    private Show limitedShow() {
        var limited = Fixtures.show(
                5, new SalesTerms(SalesTerms.DEFAULT.window(), HoldTime.DEFAULT, new SeatLimit(2)), world.now());
        world.add(limited);
        return limited;
    }

    private BookSeats.Command command(Show of, UserId user, String digest, int... seats) {
        return new BookSeats.Command(
                of.id(), user, new SeatWish.Named(selection(seats)), true, new IdempotencyKey(user, "once", digest));
    }

    private BookingDetails booked(BookSeats.Command command) {
        return assertThat(bookSeats.book(command))
                .asInstanceOf(InstanceOfAssertFactories.type(BookSeats.Result.Booked.class))
                .actual()
                .booking();
    }

    private BookingDetails replayed(BookSeats.Command command) {
        return assertThat(bookSeats.book(command))
                .asInstanceOf(InstanceOfAssertFactories.type(BookSeats.Result.Replayed.class))
                .actual()
                .booking();
    }

    private int bookingsOfAlice() {
        return world.bookings().list(new BookingQuery(ALICE, null, null, 10)).size();
    }
}
