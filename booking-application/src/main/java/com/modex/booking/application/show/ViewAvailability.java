package com.modex.booking.application.show;

import com.modex.booking.domain.seat.Availability;
import com.modex.booking.domain.show.ShowId;
import java.util.Optional;

/** Counts the seats of a show by their state, for anybody. */
public interface ViewAvailability {
    /** Empty if there is no such show. */
    Optional<Availability> view(ShowId show);
}
