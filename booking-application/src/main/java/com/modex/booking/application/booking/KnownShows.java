package com.modex.booking.application.booking;

import com.modex.booking.application.Recent;
import com.modex.booking.domain.ConcurrentChangeException;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.Shows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Shows as they were when they were last read. They may be out of date: what is written on the word of one checks its
 * version in its own statement, and what is refused on the word of one has it {@linkplain #requireUnchanged read again}.
 */
final class KnownShows {
    private final Shows shows;
    private final Recent<ShowId, Show> known = Recent.ofShows(Show::plan);

    KnownShows(Shows shows) {
        this.shows = shows;
    }

    /** Those of these shows that exist; all that are not known are read in one statement. */
    Map<ShowId, Show> find(Collection<ShowId> ids) {
        var found = new HashMap<ShowId, Show>();
        var unknown = new ArrayList<ShowId>();
        for (ShowId id : ids) {
            Show show = known.get(id);
            if (show == null) {
                unknown.add(id);
            } else {
                found.put(id, show);
            }
        }
        found.putAll(read(unknown));
        return found;
    }

    /**
     * Reads them all again in one statement. To be called after the locks were had.
     *
     * @throws ConcurrentChangeException if one has changed since it was read; each is known as it is now
     */
    void requireUnchanged(Collection<Show> decidedOn) {
        Map<ShowId, Show> now = read(decidedOn.stream().map(Show::id).toList());
        for (Show show : decidedOn) {
            Show read = now.get(show.id());
            if (read == null || read.version() != show.version()) {
                throw new ConcurrentChangeException("Show " + show.id() + " has changed");
            }
        }
    }

    private Map<ShowId, Show> read(Collection<ShowId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<ShowId, Show> found = shows.find(ids);
        found.forEach(known::put);
        return found;
    }
}
