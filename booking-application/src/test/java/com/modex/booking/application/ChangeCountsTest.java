package com.modex.booking.application;

import static com.modex.booking.domain.Fixtures.newShowId;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.ChangeCounts.Changed;
import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangeCountsTest {
    private final ShowId show = newShowId();
    private final ChangeCounts counts = new ChangeCounts();

    @Test
    void nothingHasChangedSinceTheLastCount() {
        change(booked(1));

        assertThat(counts.since(show, counts.ofSeats(show))).hasValue(new Changed(List.of(), counts.ofSeats(show)));
    }

    @Test
    void whatWasChangedIsKnownInItsOrder() {
        change(booked(1));
        long count = counts.ofSeats(show);

        change(booked(2, 3));
        change(seats(SeatStatus.AVAILABLE, 2));

        assertThat(counts.since(show, count))
                .hasValue(new Changed(List.of(booked(2, 3), seats(SeatStatus.AVAILABLE, 2)), counts.ofSeats(show)));
    }

    @Test
    void aChangeOfNobodyKnowsWhatHidesWhatCameBeforeIt() {
        long count = counts.ofSeats(show);
        change(booked(1));
        counts.countSeats(show);
        long later = counts.ofSeats(show);
        change(booked(2));

        assertThat(counts.since(show, count)).isEmpty();
        assertThat(counts.since(show, later)).hasValue(new Changed(List.of(booked(2)), counts.ofSeats(show)));
    }

    /** The sale was written before the cancellation, and is counted after it. */
    @Test
    void ofTwoChangesOfOneSeatThatWereDecidedAtOneCountNobodyKnowsWhichWasFirst() {
        long count = counts.ofSeats(show);

        counts.countSeats(seats(SeatStatus.AVAILABLE, 1), count);
        counts.countSeats(booked(1), count);

        assertThat(counts.since(show, count)).isEmpty();
    }

    @Test
    void changesOfOtherSeatsAtOneCountAreKnown() {
        long count = counts.ofSeats(show);

        counts.countSeats(booked(1), count);
        counts.countSeats(booked(2), count);

        assertThat(counts.since(show, count))
                .hasValue(new Changed(List.of(booked(1), booked(2)), counts.ofSeats(show)));
    }

    @Test
    void showsThatShareACounterDoNotHideEachOthersChanges() {
        // As far apart as the number of counters.
        var one = new ShowId(new UUID(0, 1));
        var other = new ShowId(new UUID(0, 1 + (1 << 12)));
        counts.countSeats(map(one, SeatStatus.BOOKED, 1), counts.ofSeats(one));
        long count = counts.ofSeats(one);

        counts.countSeats(other);
        counts.countSeats(map(one, SeatStatus.BOOKED, 2), count);
        counts.countSeats(map(other, SeatStatus.HELD, 2), count);

        assertThat(counts.ofSeats(other)).isEqualTo(counts.ofSeats(one)).isEqualTo(count + 3);
        assertThat(counts.since(one, count)).hasValue(new Changed(List.of(map(one, SeatStatus.BOOKED, 2)), count + 3));
        assertThat(counts.since(other, count)).isEmpty();
    }

    @Test
    void ofOneShowNoMoreIsKeptThanMayBe() {
        long count = counts.ofSeats(show);
        for (int seat = 1; seat <= 500; seat++) {
            change(booked(seat));
        }
        assertThat(counts.since(show, count)).isPresent();

        change(booked(501));
        assertThat(counts.since(show, count)).isEmpty();
        assertThat(counts.since(show, count + 1)).isPresent();

        change(booked(IntStream.rangeClosed(1, 501).toArray()));
        assertThat(counts.since(show, counts.ofSeats(show) - 1)).isEmpty();
        assertThat(counts.since(show, counts.ofSeats(show))).isPresent();
    }

    @Test
    void ofAllShowsWhatWasChangedLongestAgoIsForgotten() {
        int[] numbers = IntStream.rangeClosed(1, 499).toArray();
        var shows = Stream.generate(Fixtures::newShowId).limit(41).toList();
        Map<ShowId, Long> before = new HashMap<>();
        shows.forEach(each -> {
            before.put(each, counts.ofSeats(each));
            counts.countSeats(map(each, SeatStatus.BOOKED, numbers), counts.ofSeats(each));
        });

        assertThat(shows)
                .filteredOn(each ->
                        counts.since(each, before.getOrDefault(each, 0L)).isEmpty())
                .containsExactly(shows.getFirst());
    }

    private void change(SeatMap changed) {
        counts.countSeats(changed, counts.ofSeats(show));
    }

    private SeatMap booked(int... numbers) {
        return seats(SeatStatus.BOOKED, numbers);
    }

    private SeatMap seats(SeatStatus status, int... numbers) {
        return map(show, status, numbers);
    }

    private static SeatMap map(ShowId show, SeatStatus status, int... numbers) {
        return new SeatMap(
                show,
                Arrays.stream(numbers)
                        .mapToObj(number -> new SeatMap.Entry(new SeatNumber(number), status))
                        .toList(),
                null);
    }
}
