package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.ShowId;

/** Driven port: reads seat maps without locking anything. */
public interface SeatMaps {
    /** The seats of that show, by the database's clock; none where there is no such show. */
    SeatMap of(ShowId show);

    /** The seats of that show counted by their state, by the database's clock; all zero where there is no such show. */
    Availability availability(ShowId show);

    /** The seats of that show that are free by the database's clock, whether or not a rival has locked them. */
    FreeSeats free(ShowId show);
}
