package com.modex.booking.application.show;

import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.ShowId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seats of a show in seat order, each with its place in the house and its status at one moment.
 *
 * @param rightFor how long it may be right though nobody writes anything: until the first of the holds in it runs out, or
 *     until it is older than it may be; null if for ever
 */
public record SeatMapDetails(
        ShowId showId, List<SeatDetails> seats, @Nullable Duration rightFor) {
    public SeatMapDetails {
        seats = List.copyOf(seats);
    }

    /** @param house every seat of the show in seat order, whatever its status */
    static SeatMapDetails of(SeatMap map, List<SeatDetails> house, Duration rightFor) {
        return new SeatMapDetails(
                map.show(),
                map.seats().stream()
                        .map(entry -> house.get(entry.number().value() - 1).as(entry.status()))
                        .toList(),
                rightFor);
    }

    static SeatMapDetails of(LockedSeats locked, SeatPlan plan) {
        SeatMap map = SeatMap.at(locked.now(), locked.show(), locked.seats());
        return new SeatMapDetails(
                map.show(),
                map.seats().stream()
                        .map(entry -> SeatDetails.of(entry.number(), plan, entry.status()))
                        .toList(),
                map.firstHoldEndsIn());
    }

    /** One seat of the map. */
    public record SeatDetails(int number, String label, String section, String row, SeatStatus status) {
        static SeatDetails of(SeatNumber number, SeatPlan plan, SeatStatus status) {
            var position = plan.positionOf(number);
            return new SeatDetails(number.value(), position.label(), position.section(), position.row(), status);
        }

        private SeatDetails as(SeatStatus other) {
            return status == other ? this : new SeatDetails(number, label, section, row, other);
        }
    }
}
