package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.newShowId;
import static com.modex.booking.domain.Fixtures.seat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.modex.booking.domain.seat.SeatMap.Entry;
import com.modex.booking.domain.show.ShowId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A map goes along with what becomes of its seats. */
class SeatMapTest {
    private final ShowId show = newShowId();

    @Test
    void theSeatsThatHaveChangedAreAsTheyAreNowAndTheOthersAsTheyWere() {
        var map = map(null, entry(1, SeatStatus.HELD), entry(2, SeatStatus.AVAILABLE), entry(3, SeatStatus.BLOCKED));

        assertThat(map.with(List.of(
                        map(null, entry(1, SeatStatus.HELD), entry(2, SeatStatus.HELD)),
                        map(null, entry(1, SeatStatus.BOOKED)))))
                .isEqualTo(map(
                        null, entry(1, SeatStatus.BOOKED), entry(2, SeatStatus.HELD), entry(3, SeatStatus.BLOCKED)));
    }

    @ParameterizedTest
    @CsvSource({"PT10S, PT20S, PT10S", "PT20S, PT10S, PT10S", "PT10S,, PT10S", ",PT10S, PT10S", ",,"})
    void itIsRightUntilTheFirstOfAllItsHoldsEnds(
            @Nullable Duration before, @Nullable Duration changed, @Nullable Duration after) {
        assertThat(map(before, entry(1, SeatStatus.HELD))
                        .with(List.of(map(changed, entry(1, SeatStatus.HELD))))
                        .firstHoldEndsIn())
                .isEqualTo(after);
    }

    @Test
    void aSeatThatWasAddedSinceIsNotOnIt() {
        var map = map(null, entry(1, SeatStatus.AVAILABLE));

        assertThat(map.has(List.of(map(null, entry(1, SeatStatus.BOOKED))))).isTrue();
        assertThat(map.has(List.of(map(null, entry(1, SeatStatus.BOOKED), entry(2, SeatStatus.BOOKED)))))
                .isFalse();
    }

    @Test
    void seatsOfAnotherShowAreNoneOfIts() {
        var map = map(null, entry(1, SeatStatus.AVAILABLE));
        var other = new SeatMap(newShowId(), List.of(entry(1, SeatStatus.BOOKED)), null);

        assertThatIllegalArgumentException().isThrownBy(() -> map.with(List.of(other)));
    }

    private SeatMap map(@Nullable Duration firstHoldEndsIn, Entry... entries) {
        return new SeatMap(show, List.of(entries), firstHoldEndsIn);
    }

    private static Entry entry(int number, SeatStatus status) {
        return new Entry(seat(number), status);
    }
}
