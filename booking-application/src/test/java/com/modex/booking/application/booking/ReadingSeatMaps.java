package com.modex.booking.application.booking;

import com.modex.booking.domain.seat.Availability;
import com.modex.booking.domain.seat.FreeSeats;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.show.ShowId;
import java.util.function.UnaryOperator;

/** Seat maps during whose reading of free seats something happens. */
record ReadingSeatMaps(SeatMaps seatMaps, UnaryOperator<FreeSeats> meanwhile) implements SeatMaps {
    @Override
    public SeatMap of(ShowId show) {
        return seatMaps.of(show);
    }

    @Override
    public Availability availability(ShowId show) {
        return seatMaps.availability(show);
    }

    @Override
    public FreeSeats free(ShowId show) {
        return meanwhile.apply(seatMaps.free(show));
    }
}
