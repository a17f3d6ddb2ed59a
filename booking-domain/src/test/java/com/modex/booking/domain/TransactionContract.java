package com.modex.booking.domain;

import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every unit of work keeps to: all or nothing, and run again, within bounds, after a concurrent change. */
public interface TransactionContract {
    BookingWorld world();

    /** What comes out once the work was run again too often. */
    Class<? extends RuntimeException> givenUp();

    @Test
    default void whatItDidIsThereOnceItHasReturned() {
        var added = show(3, world().now());

        String result = world().inTransaction(() -> {
            world().shows().add(added, null);
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(world().shows().find(added.id())).isPresent();
    }

    @Test
    default void itSeesItsOwnChangesAndOthersDoNotUntilItEnds() {
        var added = show(3, world().now());

        try (var rival = Rival.inTheMiddleOf(world(), () -> {
            world().shows().add(added, null);
            assertThat(world().shows().find(added.id())).isPresent();
        })) {
            assertThat(world().shows().find(added.id())).isEmpty();
            rival.end();
            assertThat(world().shows().find(added.id())).isPresent();
        }
    }

    @Test
    default void nothingIsLeftOfWorkThatThrows() {
        var added = show(3, world().now());
        var failure = new IllegalStateException("a bug");

        assertThatThrownBy(() -> world().doInTransaction(() -> {
                    world().shows().add(added, null);
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(world().shows().find(added.id())).isEmpty();
    }

    @Test
    default void whatItLockedIsFreeAgainAfterItThrew() {
        var show = world().aShow(3);
        assertThatThrownBy(() -> world().doInTransaction(() -> {
                    var locked = world().seatLock().take(show.id(), Fixtures.seats(1));
                    assertThat(locked.contested()).isEmpty();
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        world().doInTransaction(() -> assertThat(
                        world().seatLock().take(show.id(), Fixtures.seats(1)).contested())
                .isEmpty());
    }

    @Test
    default void itIsRunAgainFromTheStartAfterAConcurrentChange() {
        var tries = new AtomicInteger();
        var first = show(3, world().now());
        var second = show(3, world().now());

        world().doInTransaction(() -> {
            if (tries.incrementAndGet() == 1) {
                world().shows().add(first, null);
                throw new ConcurrentChangeException("a rival was here");
            }
            world().shows().add(second, null);
        });

        assertThat(tries).hasValue(2);
        assertThat(world().shows().find(first.id())).isEmpty();
        assertThat(world().shows().find(second.id())).isPresent();
    }

    @Test
    default void itIsGivenUpAfterABoundedNumberOfConcurrentChanges() {
        var tries = new AtomicInteger();

        assertThatThrownBy(() -> world().doInTransaction(() -> {
                    tries.incrementAndGet();
                    throw new ConcurrentChangeException("a rival was here");
                }))
                .isInstanceOf(givenUp());

        assertThat(tries.get()).isBetween(2, 20);
    }

    @Test
    default void anErrorInTheWorkIsNotTriedAgain() {
        var tries = new AtomicInteger();

        assertThatThrownBy(() -> world().doInTransaction(() -> {
                    tries.incrementAndGet();
                    throw new IllegalArgumentException("a bug");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(tries).hasValue(1);
    }
}
