package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.application.Page;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingQuery;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.show.Show;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListBookingsTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final ListBookings listBookings = Cases.useCases(world).listBookings();
    private final Show show = world.aShow(9);

    @Test
    void pagesHaveEveryBookingOnceNewestFirst() {
        var newestFirst = new ArrayList<BookingId>();
        for (int seat = 1; seat <= 5; seat++) {
            newestFirst.addFirst(world.aConfirmedBooking(show, seat).id());
            // Two of each moment: the id decides among them.
            world.advance(Duration.ofSeconds(seat % 2));
        }

        var first = list(null, 2);
        var second = list(first.next(), 2);
        var third = list(second.next(), 2);

        assertThat(ids(first)).isEqualTo(newestFirst.subList(0, 2));
        assertThat(ids(second)).isEqualTo(newestFirst.subList(2, 4));
        assertThat(ids(third)).isEqualTo(newestFirst.subList(4, 5));
        assertThat(third.next()).isNull();
    }

    @Test
    void aFullLastPageHasNoNext() {
        world.aHold(show, 1);
        world.aHold(show, 2);

        assertThat(list(null, 2).items()).hasSize(2);
        assertThat(list(null, 2).next()).isNull();
    }

    @Test
    void aBookingThatIsAddedMeanwhileShiftsNoPage() {
        Booking oldest = world.aHold(show, 1);
        world.advance(Duration.ofSeconds(1));
        world.aHold(show, 2);
        var first = list(null, 1);
        world.advance(Duration.ofSeconds(1));
        world.aHold(show, 3);

        assertThat(ids(list(first.next(), 1))).containsExactly(oldest.id());
    }

    @Test
    void othersBookingsAreNotListed() {
        world.add(show, Booking.confirmed(newBookingId(), show.id(), BOB, selection(1), world.now()));

        assertThat(list(null, 10)).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void onlyThoseOfTheStatusAreListed() {
        world.aHold(show, 1);
        Booking confirmed = world.aConfirmedBooking(show, 2);

        assertThat(ids(listBookings.list(new BookingQuery(ALICE, BookingStatus.CONFIRMED, null, 10))))
                .containsExactly(confirmed.id());
    }

    private Page<BookingDetails, BookingQuery.Key> list(BookingQuery.@Nullable Key after, int limit) {
        return listBookings.list(new BookingQuery(ALICE, null, after, limit));
    }

    private static List<BookingId> ids(Page<BookingDetails, ?> page) {
        return page.items().stream().map(BookingDetails::id).toList();
    }
}
