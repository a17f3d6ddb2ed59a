package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.util.List;

/** Every seat of a show in seat order, as they were at one moment. It promises nothing: a booking decides on locks. */
public record SeatMap(ShowId show, List<Entry> seats) {
    public SeatMap {
        seats = List.copyOf(seats);
    }

    /** One seat of the map. */
    public record Entry(SeatNumber number, SeatStatus status) {}
}
