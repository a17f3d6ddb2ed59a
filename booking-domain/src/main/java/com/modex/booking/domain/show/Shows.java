package com.modex.booking.domain.show;

import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.Keyed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Driven port: the shows that were scheduled. Shows are never deleted. */
public interface Shows {
    /**
     * Adds the show and all its seats, free: all or none.
     *
     * @param key what the request that makes it was marked with, if it was; it is kept with the show
     * @return whether they were added: not if the key was used before, in which case nothing is written
     */
    boolean add(Show show, @Nullable IdempotencyKey key);

    /**
     * Stores what became of a show that the caller has locked through {@link ShowLock}. The seats that its plan has
     * grown by exist afterwards, free.
     */
    void update(Show show);

    Optional<Show> find(ShowId id);

    /** Those of these shows that exist, all as they were at one moment. */
    Map<ShowId, Show> find(Collection<ShowId> ids);

    /** The show that was made with a key of that value and user. */
    Optional<Keyed<Show>> findMadeWith(IdempotencyKey key);

    /** The shows that fit, by start time and then id, {@code query.limit()} at most. */
    List<Show> list(ShowQuery query);
}
