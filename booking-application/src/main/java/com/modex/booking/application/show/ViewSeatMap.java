package com.modex.booking.application.show;

import com.modex.booking.domain.show.ShowId;
import java.util.Optional;

/** Shows the seat map of a show to anybody. */
public interface ViewSeatMap {
    Optional<SeatMapDetails> view(ShowId show);
}
