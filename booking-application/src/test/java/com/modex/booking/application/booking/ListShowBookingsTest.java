package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.newShowId;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.application.Page;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.ShowBookingsQuery;
import com.modex.booking.domain.show.Show;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListShowBookingsTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final ListShowBookings listShowBookings = Cases.useCases(world).listShowBookings();
    private final Show show = world.aShow(9);

    @Test
    void pagesHaveEveryBookingOnceNewestFirstThoughOthersAreAdded() {
        var first = world.aHold(show, 1).id();
        var second = world.aConfirmedBooking(show, 2).id();
        var third = world.aHold(show, 3).id();

        var page = list(null);
        world.aHold(show, 4);
        var next = list(page.next());

        assertThat(ids(page)).containsExactly(third, second);
        assertThat(ids(next)).containsExactly(first);
        assertThat(next.next()).isNull();
    }

    @Test
    void ofAShowThatDoesNotExistNothingIsListed() {
        assertThat(listShowBookings.list(new ShowBookingsQuery(newShowId(), null, null, 2)))
                .isEmpty();
    }

    private Page<BookingDetails, BookingId> list(@Nullable BookingId after) {
        return listShowBookings
                .list(new ShowBookingsQuery(show.id(), null, after, 2))
                .orElseThrow();
    }

    private static List<BookingId> ids(Page<BookingDetails, BookingId> page) {
        return page.items().stream().map(BookingDetails::id).toList();
    }
}
