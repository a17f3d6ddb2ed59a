package com.modex.booking.application.show;

import com.modex.booking.application.Page;
import com.modex.booking.domain.show.ShowQuery;
import com.modex.booking.domain.show.Shows;

final class ListShowsHandler implements ListShows {
    private final Shows shows;

    ListShowsHandler(Shows shows) {
        this.shows = shows;
    }

    @Override
    public Page<ShowDetails, ShowQuery.Key> list(ShowQuery query) {
        return Page.of(
                shows.list(query.oneMore()),
                query.limit(),
                ShowDetails::of,
                show -> new ShowQuery.Key(show.startTime(), show.id()));
    }
}
