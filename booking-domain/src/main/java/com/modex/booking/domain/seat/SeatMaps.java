package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.ShowId;

/** Driven port: reads seat maps without locking anything. */
public interface SeatMaps {
    /** The seats of that show, by the database's clock; none where there is no such show. */
    SeatMap of(ShowId show);
}
