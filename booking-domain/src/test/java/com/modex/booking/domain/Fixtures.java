package com.modex.booking.domain;

import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.show.SalesTerms;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowName;
import com.modex.booking.domain.show.ShowStatus;
import com.modex.booking.domain.show.ShowType;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Values that tests begin with. */
public final class Fixtures {
    public static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");
    public static final UserId ALICE = new UserId("alice");
    public static final UserId BOB = new UserId("bob");

    private static final AtomicLong IDS = new AtomicLong();

    private Fixtures() {}

    /** An id that no show of this JVM has; later ones sort behind earlier ones. */
    public static ShowId newShowId() {
        return new ShowId(newUuid());
    }

    /** An id that no booking of this JVM has; later ones sort behind earlier ones. */
    public static BookingId newBookingId() {
        return new BookingId(newUuid());
    }

    private static UUID newUuid() {
        return new UUID(0x0197_0000_0000_7000L, 0x8000_0000_0000_0000L + IDS.incrementAndGet());
    }

    public static SeatNumber seat(int number) {
        return new SeatNumber(number);
    }

    public static SortedSet<SeatNumber> seats(int... numbers) {
        var seats = new TreeSet<SeatNumber>();
        IntStream.of(numbers).mapToObj(SeatNumber::new).forEach(seats::add);
        return seats;
    }

    public static SeatSelection selection(int... numbers) {
        return new SeatSelection(seats(numbers));
    }

    /** A show of that many seats that starts a day later, on the default terms. */
    public static Show show(int totalSeats, Instant now) {
        return show(totalSeats, SalesTerms.DEFAULT, now);
    }

    public static Show show(int totalSeats, SalesTerms terms, Instant now) {
        return Show.schedule(
                newShowId(),
                new ShowName("Hamlet"),
                ShowType.SHOW,
                now.plus(Duration.ofDays(1)),
                SeatPlan.of(totalSeats),
                terms,
                now);
    }

    /** The show as it would be stored, had somebody changed it. */
    public static Show changed(Show show, ShowStatus status, long version) {
        return Show.restore(
                show.id(),
                show.name(),
                show.type(),
                show.startTime(),
                show.plan(),
                show.terms(),
                status,
                version,
                show.createdAt());
    }
}
