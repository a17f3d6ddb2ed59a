package com.modex.booking.application.booking;

import com.modex.booking.domain.ConcurrentChangeException;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.Shows;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Shows as they were when they were last read. They may be out of date: what is written on the word of one checks its
 * version in its own statement, and what is refused on the word of one has it {@linkplain #requireUnchanged read again}.
 */
final class KnownShows {
    private static final int MOST = 10_000;

    private final Shows shows;
    private final Map<ShowId, Show> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ShowId, Show> eldest) {
            return size() > MOST;
        }
    });

    KnownShows(Shows shows) {
        this.shows = shows;
    }

    /** Those of these shows that exist. */
    Map<ShowId, Show> find(Collection<ShowId> ids) {
        var found = new HashMap<ShowId, Show>();
        for (ShowId id : ids) {
            Optional.ofNullable(known.get(id)).or(() -> read(id)).ifPresent(show -> found.put(id, show));
        }
        return found;
    }

    /**
     * To be called after the locks were had.
     *
     * @throws ConcurrentChangeException if the show has changed since it was read; it is known as it is now
     */
    void requireUnchanged(Show show) {
        if (read(show.id()).filter(now -> now.version() == show.version()).isEmpty()) {
            throw new ConcurrentChangeException("Show " + show.id() + " has changed");
        }
    }

    /** Has the show read when it is next asked for. */
    void forget(ShowId id) {
        known.remove(id);
    }

    private Optional<Show> read(ShowId id) {
        Optional<Show> show = shows.find(id);
        show.ifPresent(found -> known.put(id, found));
        return show;
    }
}
