package com.modex.booking.domain.show;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.Keyed;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link Shows} keeps to. */
public interface ShowsContract {
    BookingWorld world();

    @Test
    default void aShowComesBackAsItWasAdded() {
        Instant now = world().now();
        Instant start = now.plus(Duration.ofDays(30));
        var show = Show.schedule(
                Fixtures.newShowId(),
                new ShowName("Dvořák 100% \"live\"\\_"),
                ShowType.SLOT,
                start,
                new SeatPlan(List.of(new Section("Stalls", 25, 10), Section.ofRows("Balcony", 2, 7))),
                new SalesTerms(
                        new SalesWindow(start.minus(Duration.ofDays(20)), start.minus(Duration.ofHours(1))),
                        new HoldTime(45),
                        new SeatLimit(4)),
                now);

        world().add(show);

        assertThat(world().shows().find(show.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(show);
    }

    @Test
    default void aShowOnDefaultTermsComesBackAsItWasAdded() {
        var show = world().aShow(7);

        assertThat(world().shows().find(show.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(show);
    }

    @Test
    default void aCancelledShowComesBackWithItsVersion() {
        var show = Fixtures.changed(Fixtures.show(3, world().now()), ShowStatus.CANCELLED, 7);

        world().add(show);

        assertThat(world().shows().find(show.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(show);
    }

    @Test
    default void aShowThatWasNeverAddedIsNotFound() {
        world().aShow(1);

        assertThat(world().shows().find(Fixtures.newShowId())).isEmpty();
    }

    @Test
    default void severalAreFoundAtOnceWithoutThoseThatWereNeverAdded() {
        var first = world().aShow(1);
        var second = Fixtures.changed(Fixtures.show(3, world().now()), ShowStatus.CANCELLED, 7);
        world().add(second);
        world().aShow(1);

        var found = world().shows().find(List.of(second.id(), Fixtures.newShowId(), first.id(), second.id()));

        assertThat(found).containsOnlyKeys(first.id(), second.id());
        assertThat(found.get(first.id())).usingRecursiveComparison().isEqualTo(first);
        assertThat(found.get(second.id())).usingRecursiveComparison().isEqualTo(second);
        assertThat(world().shows().find(List.of())).isEmpty();
    }

    @Test
    default void allItsSeatsAreThereAndFree() {
        var show = world().aShow(25);

        var seats = world().seatMaps().of(show.id()).seats();

        assertThat(seats).hasSize(25).allMatch(seat -> seat.status() == SeatStatus.AVAILABLE);
        assertThat(seats)
                .extracting(seat -> seat.number().value())
                .startsWith(1, 2, 3)
                .endsWith(24, 25);
    }

    @Test
    default void neitherShowNorSeatsAreLeftIfTheWorkFailsAfterwards() {
        var show = Fixtures.show(25, world().now());

        assertThatThrownBy(() -> world().doInTransaction(() -> {
                    world().shows().add(show, null);
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(world().shows().find(show.id())).isEmpty();
        assertThat(world().seatMaps().of(show.id()).seats()).isEqualTo(List.<SeatMap.Entry>of());
    }

    @Test
    default void aShowThatWasMadeWithAKeyIsFoundByIt() {
        var show = Fixtures.show(3, world().now());
        var key = new IdempotencyKey(ALICE, "once", "digest");

        assertThat(add(show, key)).isTrue();

        assertThat(world().shows().find(show.id())).isPresent();
        var keyed = world().shows().findMadeWith(new IdempotencyKey(ALICE, "once", "another"));
        assertThat(keyed).get().extracting(Keyed::bodyDigest).isEqualTo("digest");
        assertThat(keyed)
                .get()
                .extracting(Keyed::made)
                .usingRecursiveComparison()
                .isEqualTo(show);
        assertThat(world().shows().findMadeWith(new IdempotencyKey(BOB, "once", "digest")))
                .isEmpty();
        assertThat(world().shows().findMadeWith(new IdempotencyKey(ALICE, "twice", "digest")))
                .isEmpty();
    }

    @Test
    default void noShowIsAddedWithAKeyThatItsUserHasUsed() {
        assertThat(add(Fixtures.show(3, world().now()), new IdempotencyKey(ALICE, "once", "digest")))
                .isTrue();
        var second = Fixtures.show(3, world().now());

        assertThat(add(second, new IdempotencyKey(ALICE, "once", "another"))).isFalse();

        assertThat(world().shows().find(second.id())).isEmpty();
        assertThat(world().seatMaps().of(second.id()).seats()).isEmpty();
        assertThat(add(second, new IdempotencyKey(BOB, "once", "digest"))).isTrue();
    }

    @Test
    default void ofTwoAtOnceWithOneKeyTheSecondWaitsAndIsNotAdded() {
        var key = new IdempotencyKey(ALICE, "once", "digest");
        var second = Fixtures.show(3, world().now());

        try (var rival = Rival.inTheMiddleOf(
                world(),
                () -> assertThat(world().shows().add(Fixtures.show(3, world().now()), key))
                        .isTrue())) {
            assertThat(rival.holdsUp(() -> add(second, key))).isFalse();
        }
        assertThat(world().shows().find(second.id())).isEmpty();
    }

    @Test
    default void theyAreListedByStartTimeAndThenId() {
        var later = aShow("later", ShowType.SHOW, 3);
        var firstOfTwo = aShow("one", ShowType.SHOW, 2);
        var secondOfTwo = aShow("two", ShowType.SHOW, 2);
        var sooner = aShow("sooner", ShowType.SHOW, 1);

        assertThat(list(null, null, null, null, null, 10)).containsExactly(sooner, firstOfTwo, secondOfTwo, later);
    }

    @Test
    default void aPageHasTheLimitAndTheNextGoesOnBehindItsLastShow() {
        var first = aShow("first", ShowType.SHOW, 1);
        var second = aShow("second", ShowType.SHOW, 2);
        var third = aShow("third", ShowType.SHOW, 2);
        var fourth = aShow("fourth", ShowType.SHOW, 3);

        assertThat(list(null, null, null, null, null, 2)).containsExactly(first, second);
        assertThat(list(null, null, null, null, new ShowQuery.Key(startIn(2), second), 10))
                .containsExactly(third, fourth);
    }

    @Test
    default void theyAreListedByType() {
        aShow("show", ShowType.SHOW, 1);
        var trip = aShow("trip", ShowType.TRIP, 1);

        assertThat(list(ShowType.TRIP, null, null, null, null, 10)).containsExactly(trip);
    }

    @Test
    default void theyAreListedByAPartOfTheNameWhateverItsCase() {
        var upper = aShow("HAMLET at noon", ShowType.SHOW, 1);
        var lower = aShow("a hamlet", ShowType.SHOW, 2);
        aShow("Macbeth", ShowType.SHOW, 3);

        assertThat(list(null, "Hamlet", null, null, null, 10)).containsExactly(upper, lower);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "t's \\", "\\ \"", "\"what?\"", "?", ":x", "$1", "$$", "_", "{y}", "; --", "';"})
    default void aPartOfANameIsTakenAsItIsWhateverItWouldMeanElsewhere(String part) {
        aShow("Plain", ShowType.SHOW, 1);
        var odd = aShow("It's \\ \"what?\" :x $1 $$ _ {y} '; --", ShowType.SHOW, 1);

        assertThat(list(null, part, null, null, null, 10)).containsExactly(odd);
    }

    @Test
    default void nothingInAPartOfTheNameIsAPattern() {
        aShow("100 nights", ShowType.SHOW, 1);
        var percent = aShow("100% nights", ShowType.SHOW, 1);
        var underscore = aShow("snake_case", ShowType.SHOW, 1);
        aShow("snakeXcase", ShowType.SHOW, 1);

        assertThat(list(null, "0%", null, null, null, 10)).containsExactly(percent);
        assertThat(list(null, "e_c", null, null, null, 10)).containsExactly(underscore);
        assertThat(list(null, "\\", null, null, null, 10)).isEmpty();
    }

    @Test
    default void theyAreListedFromAStartTimeUntilJustBeforeAnother() {
        aShow("first", ShowType.SHOW, 1);
        var second = aShow("second", ShowType.SHOW, 2);
        aShow("third", ShowType.SHOW, 3);

        assertThat(list(null, null, startIn(2), startIn(3), null, 10)).containsExactly(second);
    }

    @Test
    default void withoutAStartTimeTheyAreListedFromNowOn() {
        var future = aShow("future", ShowType.SHOW, 1);
        var past = Show.restore(
                Fixtures.newShowId(),
                new ShowName("past"),
                ShowType.SHOW,
                world().now().minus(Duration.ofMinutes(1)),
                SeatPlan.of(1),
                SalesTerms.DEFAULT,
                ShowStatus.SCHEDULED,
                1,
                world().now().minus(Duration.ofDays(1)));
        world().add(past);

        assertThat(list(null, null, null, null, null, 10)).containsExactly(future);
        assertThat(list(null, null, past.startTime(), null, null, 10)).containsExactly(past.id(), future);
    }

    private boolean add(Show show, IdempotencyKey key) {
        return world().inTransaction(() -> world().shows().add(show, key));
    }

    /** Adds a show that starts at that day. */
    private ShowId aShow(String name, ShowType type, int days) {
        var show = Show.schedule(
                Fixtures.newShowId(),
                new ShowName(name),
                type,
                startIn(days),
                SeatPlan.of(1),
                SalesTerms.DEFAULT,
                world().now());
        world().add(show);
        return show.id();
    }

    private static Instant startIn(int days) {
        return Instant.parse("2100-01-01T20:00:00Z").plus(Duration.ofDays(days));
    }

    private List<ShowId> list(
            @Nullable ShowType type,
            @Nullable String namePart,
            @Nullable Instant from,
            @Nullable Instant to,
            ShowQuery.@Nullable Key after,
            int limit) {
        return world().shows().list(new ShowQuery(type, namePart, from, to, after, limit)).stream()
                .map(Show::id)
                .toList();
    }
}
