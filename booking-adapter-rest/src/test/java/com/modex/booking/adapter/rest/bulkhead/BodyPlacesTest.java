package com.modex.booking.adapter.rest.bulkhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BodyPlacesTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void noCallerGetsMoreThanTheirShare() throws InterruptedException {
        var places = new BodyPlaces(3, 2, SHORT);

        assertThat(places.enter("alice")).isTrue();
        assertThat(places.enter("alice")).isTrue();
        assertThat(places.enter("alice")).isFalse();
        assertThat(places.enter("bob")).isTrue();
    }

    @Test
    void allTogetherGetNoMoreThanThereAre() throws InterruptedException {
        var places = new BodyPlaces(2, 2, SHORT);

        assertThat(places.enter("alice")).isTrue();
        assertThat(places.enter("bob")).isTrue();
        assertThat(places.enter("carol")).isFalse();
        places.leave("alice");
        assertThat(places.enter("carol")).isTrue();
    }

    @Test
    void whoFindsNoneGetsTheNextThatIsGivenBack() throws InterruptedException {
        var places = new BodyPlaces(1, 1, LONG);
        places.enter("alice");

        var waiting = new CompletableFuture<Boolean>();
        var thread = Thread.ofVirtual().start(() -> waiting.complete(enter(places)));
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(thread.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        places.leave("alice");

        assertThat(waiting.join()).isTrue();
    }

    private static boolean enter(BodyPlaces places) {
        try {
            return places.enter("bob");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
