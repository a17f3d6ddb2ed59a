package com.modex.booking.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.booking.BookSeats;
import com.modex.booking.application.booking.SeatWish;
import com.modex.booking.domain.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** As many buyers as there are pairs ask for two seats side by side, all at once. */
class PairsForEverybodyTest {
    private static final int THREADS = 30;
    private static final int PAIRS_EACH = 10;

    private final PostgresWorld world = PostgresWorld.emptyAndPooled();

    @Test
    void everybodyGetsAPairOfOneRow() {
        var show = world.aShow(THREADS * PAIRS_EACH * 2);

        List<BookSeats.Result> results = Together.run(
                        THREADS,
                        buyer -> IntStream.range(0, PAIRS_EACH)
                                .mapToObj(pair -> askUntilUncontested(new BookSeats.Command(
                                        show.id(),
                                        new UserId("buyer-" + buyer + "-" + pair),
                                        new SeatWish.Best(2, false),
                                        true,
                                        null)))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(results).hasOnlyElementsOfType(BookSeats.Result.Booked.class);
        assertThat(world.number("SELECT count(*) FROM seats WHERE booking_id IS NULL"))
                .isZero();
        assertThat(world.number("SELECT count(*) FROM bookings WHERE seats[2] <> seats[1] + 1 OR seats[1] % 10 = 0"))
                .isZero();
    }

    /** On a slow machine rivals may be in the way for longer than the two seconds of a request. */
    private BookSeats.Result askUntilUncontested(BookSeats.Command command) {
        BookSeats.Result result;
        do {
            result = world.useCases().bookSeats().book(command);
        } while (result instanceof BookSeats.Result.Refused);
        return result;
    }
}
