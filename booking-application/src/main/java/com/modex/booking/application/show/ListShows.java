package com.modex.booking.application.show;

import com.modex.booking.application.Page;
import com.modex.booking.domain.show.ShowQuery;

/** Lists shows by start time and then id, a page at a time; a page stays right while shows are added. */
public interface ListShows {
    Page<ShowDetails, ShowQuery.Key> list(ShowQuery query);
}
