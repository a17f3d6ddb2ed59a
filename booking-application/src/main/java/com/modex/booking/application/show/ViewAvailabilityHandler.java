package com.modex.booking.application.show;

import com.modex.booking.domain.seat.Availability;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.Shows;
import java.util.Optional;

final class ViewAvailabilityHandler implements ViewAvailability {
    private final Shows shows;
    private final SeatMaps seatMaps;

    ViewAvailabilityHandler(Shows shows, SeatMaps seatMaps) {
        this.shows = shows;
        this.seatMaps = seatMaps;
    }

    @Override
    public Optional<Availability> view(ShowId id) {
        return shows.find(id).map(show -> seatMaps.availability(show.id()));
    }
}
