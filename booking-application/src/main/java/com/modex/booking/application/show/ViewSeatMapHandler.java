package com.modex.booking.application.show;

import com.modex.booking.application.Recent;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.Shows;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

final class ViewSeatMapHandler implements ViewSeatMap {
    private final Shows shows;
    private final RecentSeatMaps seatMaps;
    private final EmptyHouses houses = new EmptyHouses();
    private final Recent<ShowId, SeatPlan> plans = Recent.ofShows(Function.identity());

    ViewSeatMapHandler(Shows shows, RecentSeatMaps seatMaps) {
        this.shows = shows;
        this.seatMaps = seatMaps;
    }

    @Override
    public Optional<SeatMapDetails> view(ShowId id, Duration maxAge) {
        RecentSeatMaps.Current current = seatMaps.of(id, maxAge);
        return planOf(current.map())
                .map(plan -> SeatMapDetails.of(current.map(), houses.with(plan), current.rightFor()));
    }

    /** The seats were read before it, and a plan only grows: it has a place for each of them. */
    private Optional<SeatPlan> planOf(SeatMap map) {
        SeatPlan known = plans.get(map.show());
        // With as many seats as there are it has not grown since it was read.
        if (known != null && known.totalSeats() == map.seats().size()) {
            return Optional.of(known);
        }
        Optional<SeatPlan> read = shows.find(map.show()).map(Show::plan);
        read.ifPresent(plan -> plans.put(map.show(), plan));
        return read;
    }
}
