package com.modex.booking.domain.booking;

import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.show.SeatNumber;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeatSelectionTest {
    @Test
    void seatsAreInOrderHoweverTheyWereNamed() {
        assertThat(SeatSelection.of(List.of(seat(10), seat(2), seat(7))).values())
                .containsExactly(2, 7, 10);
    }

    @Test
    void noSeatIsNamedTwice() {
        assertThatThrownBy(() -> SeatSelection.of(List.of(seat(1), seat(2), seat(1))))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.code()).isEqualTo("DUPLICATE"));
    }

    @Test
    void itHasOneToAHundredSeats() {
        assertThat(SeatSelection.of(numbers(1)).numbers()).hasSize(1);
        assertThat(SeatSelection.of(numbers(100)).numbers()).hasSize(100);
        assertThatThrownBy(() -> SeatSelection.of(numbers(0)))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.code()).isEqualTo("OUT_OF_RANGE"));
        assertThatThrownBy(() -> SeatSelection.of(numbers(101))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void laterChangesOfTheGivenNumbersDoNotReachIt() {
        var given = seats(1, 2);
        var selection = new SeatSelection(given);

        given.clear();

        assertThat(selection.values()).containsExactly(1, 2);
        assertThatThrownBy(() -> selection.numbers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static List<SeatNumber> numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(SeatNumber::new).toList();
    }
}
