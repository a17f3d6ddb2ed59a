package com.modex.booking.domain.show;

import java.util.List;
import java.util.Optional;

/** Driven port: the shows that were scheduled. Shows are never deleted. */
public interface Shows {
    /** Adds the show and all its seats, free: all or none. */
    void add(Show show);

    Optional<Show> find(ShowId id);

    /** The shows that fit, by start time and then id, {@code query.limit()} at most. */
    List<Show> list(ShowQuery query);
}
