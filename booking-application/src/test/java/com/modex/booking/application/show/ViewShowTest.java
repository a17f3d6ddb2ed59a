package com.modex.booking.application.show;

import static com.modex.booking.domain.Fixtures.changed;
import static com.modex.booking.domain.Fixtures.newShowId;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.show.ShowStatus;
import org.junit.jupiter.api.Test;

class ViewShowTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final ViewShow viewShow = Cases.useCases(world).viewShow();

    @Test
    void theShowIsSeenAsItIsNow() {
        var show = world.aShow(3);
        world.doInTransaction(() -> world.write(changed(show, ShowStatus.CANCELLED, 2)));

        ShowDetails seen = viewShow.view(show.id()).orElseThrow();
        assertThat(seen.status()).isEqualTo(ShowStatus.CANCELLED);
        assertThat(seen.version()).isEqualTo(2);
        assertThat(seen.totalSeats()).isEqualTo(3);
    }

    @Test
    void aShowThatDoesNotExistIsNotFound() {
        assertThat(viewShow.view(newShowId())).isEmpty();
    }
}
