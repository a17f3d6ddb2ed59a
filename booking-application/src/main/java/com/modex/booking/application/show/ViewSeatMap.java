package com.modex.booking.application.show;

import com.modex.booking.domain.show.ShowId;
import java.time.Duration;
import java.util.Optional;

/** Shows the seat map of a show to anybody. */
public interface ViewSeatMap {
    /**
     * All seats of the show, with everything that this server had changed when it was asked.
     *
     * @param maxAge how long what others have changed may be missing
     */
    Optional<SeatMapDetails> view(ShowId show, Duration maxAge);
}
