package com.modex.booking.application.show;

import static com.modex.booking.domain.Fixtures.newShowId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowChange;
import com.modex.booking.domain.show.ShowName;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ChangeShowTest {
    private static final ShowChange RENAME = new ShowChange.Rename(new ShowName("Macbeth"));

    private final InMemoryWorld world = new InMemoryWorld();
    private final ShowUseCases useCases = Cases.useCases(world);
    private final Show show = world.aShow(5);

    @Test
    void theChangesAreStoredAndToldToTheCaller() {
        ChangeShow.Result result = change(1, RENAME, new ShowChange.GrowTo(12));

        ShowDetails stored = useCases.viewShow().view(show.id()).orElseThrow();
        assertThat(result).isEqualTo(new ChangeShow.Result.Changed(stored));
        assertThat(stored.name()).isEqualTo("Macbeth");
        assertThat(stored.version()).isEqualTo(2);
        assertThat(world.seatMaps().of(show.id()).seats()).hasSize(12);
    }

    @Test
    void aVersionThatIsNoneOfThoseSeenIsStale() {
        change(1, RENAME);

        assertThat(change(1, new ShowChange.GrowTo(12))).isEqualTo(new ChangeShow.Result.Stale());
        assertThat(change(new ExpectedVersion.OneOf(Set.of(1L, 2L)), new ShowChange.GrowTo(12)))
                .isInstanceOf(ChangeShow.Result.Changed.class);
        assertThat(change(new ExpectedVersion.Any(), new ShowChange.GrowTo(13)))
                .isInstanceOf(ChangeShow.Result.Changed.class);
    }

    @Test
    void ofTwoAdminsAtOnceTheSecondIsStale() throws Exception {
        try (var rival = Rival.inTheMiddleOf(world, () -> {
            assertThat(world.showLock().lock(show.id())).isPresent();
            world.shows().update(show.change(List.of(RENAME), world.now()));
        })) {
            var ending = Thread.ofVirtual().start(() -> {
                LockSupport.parkNanos(50_000_000);
                rival.end();
            });

            assertThat(change(1, new ShowChange.GrowTo(12))).isEqualTo(new ChangeShow.Result.Stale());
            ending.join();
        }
    }

    @Test
    void nothingIsStoredOfChangesThatCannotBe() {
        assertThatThrownBy(() -> change(1, RENAME, new ShowChange.GrowTo(4))).isInstanceOf(InvalidValueException.class);

        assertThat(useCases.viewShow().view(show.id())).contains(ShowDetails.of(show));
    }

    @Test
    void aCancelledShowIsNotChanged() {
        useCases.cancelShow().cancel(show.id());

        assertThat(change(2, RENAME)).isEqualTo(new ChangeShow.Result.Cancelled());
        assertThat(change(1, RENAME)).isEqualTo(new ChangeShow.Result.Stale());
    }

    @Test
    void aShowThatDoesNotExistIsNotFound() {
        assertThat(useCases.changeShow()
                        .change(new ChangeShow.Command(newShowId(), new ExpectedVersion.Any(), List.of(RENAME))))
                .isEqualTo(new ChangeShow.Result.NotFound());
    }

    private ChangeShow.Result change(long version, ShowChange... changes) {
        return change(new ExpectedVersion.OneOf(Set.of(version)), changes);
    }

    private ChangeShow.Result change(ExpectedVersion expected, ShowChange... changes) {
        return useCases.changeShow().change(new ChangeShow.Command(show.id(), expected, List.of(changes)));
    }
}
