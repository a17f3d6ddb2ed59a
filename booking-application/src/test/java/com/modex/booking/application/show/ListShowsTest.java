package com.modex.booking.application.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.application.Page;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowQuery;
import com.modex.booking.domain.show.ShowType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListShowsTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final ListShows listShows = Cases.useCases(world).listShows();

    @Test
    void pagesHaveEveryShowOnceSoonestFirst() {
        var soonestFirst = new ArrayList<ShowId>();
        for (int i = 1; i <= 5; i++) {
            soonestFirst.add(world.aShow(1).id());
            // Two of each start: the id decides among them.
            world.advance(Duration.ofSeconds(i % 2));
        }

        var first = list(null, 2);
        var second = list(first.next(), 2);
        var third = list(second.next(), 2);

        assertThat(ids(first)).isEqualTo(soonestFirst.subList(0, 2));
        assertThat(ids(second)).isEqualTo(soonestFirst.subList(2, 4));
        assertThat(ids(third)).isEqualTo(soonestFirst.subList(4, 5));
        assertThat(third.next()).isNull();
    }

    @Test
    void aFullLastPageHasNoNext() {
        world.aShow(1);
        world.aShow(1);

        assertThat(list(null, 2).items()).hasSize(2);
        assertThat(list(null, 2).next()).isNull();
    }

    @Test
    void showsThatHaveBegunAreNotListedUnlessAskedFor() {
        Show show = world.aShow(1);
        world.advance(Duration.ofDays(2));

        assertThat(list(null, 10).items()).isEmpty();
        assertThat(ids(listShows.list(new ShowQuery(null, null, show.startTime(), null, null, 10))))
                .containsExactly(show.id());
    }

    @Test
    void theFiltersReachTheStore() {
        world.aShow(1);

        assertThat(listShows
                        .list(new ShowQuery(ShowType.TRIP, null, null, null, null, 10))
                        .items())
                .isEmpty();
        assertThat(listShows
                        .list(new ShowQuery(ShowType.SHOW, "ham", null, null, null, 10))
                        .items())
                .hasSize(1);
    }

    private Page<ShowDetails, ShowQuery.Key> list(ShowQuery.@Nullable Key after, int limit) {
        return listShows.list(new ShowQuery(null, null, null, null, after, limit));
    }

    private static List<ShowId> ids(Page<ShowDetails, ?> page) {
        return page.items().stream().map(ShowDetails::id).toList();
    }
}
