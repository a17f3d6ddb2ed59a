package com.modex.booking.application.show;

import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.Shows;
import java.util.Optional;

final class ViewSeatMapHandler implements ViewSeatMap {
    private final Shows shows;
    private final SeatMaps seatMaps;
    private final EmptyHouses houses = new EmptyHouses();

    ViewSeatMapHandler(Shows shows, SeatMaps seatMaps) {
        this.shows = shows;
        this.seatMaps = seatMaps;
    }

    @Override
    public Optional<SeatMapDetails> view(ShowId id) {
        // The seats before the plan: a plan only grows, so the later plan has a place for every seat.
        SeatMap map = seatMaps.of(id);
        return shows.find(id).map(show -> SeatMapDetails.of(map, houses.with(show.plan())));
    }
}
