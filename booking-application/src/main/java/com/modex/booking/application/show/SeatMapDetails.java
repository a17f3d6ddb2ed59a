package com.modex.booking.application.show;

import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.ShowId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seats of a show in seat order, each with its place in the house and its status at one moment.
 *
 * @param firstHoldEndsIn how long after that moment, by the database's clock, the first of the holds in it runs out,
 *     whereupon it is no longer right though nobody has written anything; null where nothing is held
 */
public record SeatMapDetails(
        ShowId showId, List<SeatDetails> seats, @Nullable Duration firstHoldEndsIn) {
    public SeatMapDetails {
        seats = List.copyOf(seats);
    }

    static SeatMapDetails of(SeatMap map, SeatPlan plan) {
        return new SeatMapDetails(
                map.show(),
                map.seats().stream().map(entry -> SeatDetails.of(entry, plan)).toList(),
                map.firstHoldEndsIn());
    }

    static SeatMapDetails of(LockedSeats seats, SeatPlan plan) {
        return of(SeatMap.at(seats.now(), seats.show(), seats.seats()), plan);
    }

    /** One seat of the map. */
    public record SeatDetails(int number, String label, String section, String row, SeatStatus status) {
        private static SeatDetails of(SeatMap.Entry entry, SeatPlan plan) {
            var position = plan.positionOf(entry.number());
            return new SeatDetails(
                    entry.number().value(), position.label(), position.section(), position.row(), entry.status());
        }
    }
}
