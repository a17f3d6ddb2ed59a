package com.modex.booking.application.show;

import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.Shows;
import java.util.Optional;

final class ViewShowHandler implements ViewShow {
    private final Shows shows;

    ViewShowHandler(Shows shows) {
        this.shows = shows;
    }

    @Override
    public Optional<ShowDetails> view(ShowId id) {
        return shows.find(id).map(ShowDetails::of);
    }
}
