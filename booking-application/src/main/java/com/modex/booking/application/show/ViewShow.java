package com.modex.booking.application.show;

import com.modex.booking.domain.show.ShowId;
import java.util.Optional;

/** Shows one show to anybody. */
public interface ViewShow {
    Optional<ShowDetails> view(ShowId id);
}
