package com.modex.booking.application.booking;

import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.Keyed;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowQuery;
import com.modex.booking.domain.show.Shows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows just after whose look-up something happens. */
record ReadingShows(Shows shows, Runnable afterwards) implements Shows {
    @Override
    public boolean add(Show show, @Nullable IdempotencyKey key) {
        return shows.add(show, key);
    }

    @Override
    public void update(Show show) {
        shows.update(show);
    }

    @Override
    public Optional<Show> find(ShowId id) {
        Optional<Show> found = shows.find(id);
        afterwards.run();
        return found;
    }

    @Override
    public Map<ShowId, Show> find(Collection<ShowId> ids) {
        Map<ShowId, Show> found = shows.find(ids);
        afterwards.run();
        return found;
    }

    @Override
    public Optional<Keyed<Show>> findMadeWith(IdempotencyKey key) {
        return shows.findMadeWith(key);
    }

    @Override
    public List<Show> list(ShowQuery query) {
        return shows.list(query);
    }
}
