package com.modex.booking.application.show;

import static com.modex.booking.domain.Fixtures.newShowId;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.ChangeCounts;
import com.modex.booking.domain.seat.Availability;
import com.modex.booking.domain.seat.FreeSeats;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatMap.Entry;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentSeatMapsTest {
    private static final Duration MAX_AGE = Duration.ofMillis(800);

    private final ShowId show = newShowId();
    private final ChangeCounts changes = new ChangeCounts();
    private final Stored stored = new Stored();
    private Duration time = Duration.ZERO;
    private final RecentSeatMaps recent = new RecentSeatMaps(stored, changes, () -> time.toNanos());

    @Test
    void aMapIsReadOnceWhileNothingChanges() {
        recent.of(show, MAX_AGE);
        time = Duration.ofMillis(300);

        RecentSeatMaps.Current again = recent.of(show, MAX_AGE);

        assertThat(again.map()).isEqualTo(stored.map());
        assertThat(again.rightFor()).isEqualTo(Duration.ofMillis(500));
        assertThat(stored.readings).isEqualTo(1);
    }

    @Test
    void whatThisServerChangesIsInItWithoutAReading() {
        recent.of(show, MAX_AGE);
        change(SeatStatus.BOOKED, 2);
        recent.of(show, MAX_AGE);
        change(SeatStatus.HELD, 3);

        SeatMap map = recent.of(show, MAX_AGE).map();

        assertThat(map.seats())
                .extracting(Entry::status)
                .containsExactly(SeatStatus.AVAILABLE, SeatStatus.BOOKED, SeatStatus.HELD);
        assertThat(stored.readings).isEqualTo(1);
    }

    @Test
    void itIsReadAnewWhereNobodyKnowsWhatWasChanged() {
        recent.of(show, MAX_AGE);
        stored.first = SeatStatus.BLOCKED;
        changes.countSeats(show);

        assertThat(recent.of(show, MAX_AGE).map()).isEqualTo(stored.map());
        assertThat(stored.readings).isEqualTo(2);
    }

    @Test
    void itIsReadAnewWhenItIsTooOld() {
        recent.of(show, MAX_AGE);
        change(SeatStatus.BOOKED, 2);
        time = MAX_AGE.minusNanos(1);
        recent.of(show, MAX_AGE);
        assertThat(stored.readings).isEqualTo(1);

        time = MAX_AGE;
        assertThat(recent.of(show, MAX_AGE).rightFor()).isEqualTo(MAX_AGE);
        assertThat(stored.readings).isEqualTo(2);
    }

    @Test
    void itIsReadAnewWhenAHoldInItHasRunOut() {
        stored.firstHoldEndsIn = Duration.ofMillis(200);
        assertThat(recent.of(show, MAX_AGE).rightFor()).isEqualTo(Duration.ofMillis(200));
        time = Duration.ofMillis(200);

        recent.of(show, MAX_AGE);

        assertThat(stored.readings).isEqualTo(2);
    }

    @Test
    void aNewHoldThatRunsOutSoonShortensItsTime() {
        recent.of(show, MAX_AGE);
        long decided = changes.ofSeats(show);
        changes.countSeats(new SeatMap(show, List.of(entry(1, SeatStatus.HELD)), Duration.ofMillis(100)), decided);

        assertThat(recent.of(show, MAX_AGE).rightFor()).isEqualTo(Duration.ofMillis(100));
    }

    /** The seat is sold while the map is read, and the reading does not see it. */
    @Test
    void whatIsChangedDuringTheReadingIsInTheNextMap() {
        stored.meanwhile = () -> change(SeatStatus.BOOKED, 2);
        recent.of(show, MAX_AGE);

        assertThat(recent.of(show, MAX_AGE).map().seats().get(1).status()).isEqualTo(SeatStatus.BOOKED);
        assertThat(stored.readings).isEqualTo(1);
    }

    @Test
    void aReadingThatTakesLongIsRightForAsLongFromItsBeginning() {
        stored.meanwhile = () -> time = Duration.ofSeconds(2);

        assertThat(recent.of(show, MAX_AGE).rightFor()).isEqualTo(MAX_AGE);
        recent.of(show, MAX_AGE);
        assertThat(stored.readings).isEqualTo(2);
    }

    /** Another server has added it, which is not counted here. */
    @Test
    void itIsReadAnewWhereASeatIsChangedThatItHasNot() {
        recent.of(show, MAX_AGE);
        change(SeatStatus.BOOKED, 4);

        recent.of(show, MAX_AGE);

        assertThat(stored.readings).isEqualTo(2);
    }

    private void change(SeatStatus status, int number) {
        changes.countSeats(new SeatMap(show, List.of(entry(number, status)), null), changes.ofSeats(show));
    }

    private static Entry entry(int number, SeatStatus status) {
        return new Entry(new SeatNumber(number), status);
    }

    /** Three seats. */
    private final class Stored implements SeatMaps {
        private SeatStatus first = SeatStatus.AVAILABLE;
        private @Nullable Duration firstHoldEndsIn;
        private Runnable meanwhile = () -> {};
        private int readings;

        @Override
        public SeatMap of(ShowId asked) {
            readings++;
            SeatMap read = map();
            meanwhile.run();
            return read;
        }

        SeatMap map() {
            return new SeatMap(
                    show,
                    IntStream.rangeClosed(1, 3)
                            .mapToObj(number -> entry(number, number == 1 ? first : SeatStatus.AVAILABLE))
                            .toList(),
                    firstHoldEndsIn);
        }

        @Override
        public Availability availability(ShowId asked) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FreeSeats free(ShowId asked) {
            throw new UnsupportedOperationException();
        }
    }
}
