package com.modex.booking.domain.show;

import static com.modex.booking.domain.Fixtures.seat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowLettersTest {
    @ParameterizedTest
    @CsvSource({
        "1, A",
        "2, B",
        "26, Z",
        "27, AA",
        "28, AB",
        "52, AZ",
        "53, BA",
        "702, ZZ",
        "703, AAA",
        "18278, ZZZ",
        "18279, AAAA"
    })
    void rowsAreLetteredLikeTheColumnsOfASpreadsheet(int row, String letters) {
        var oneSeatARow = new SeatPlan(List.of(new Section("Stalls", 20_000, 1)));

        assertThat(oneSeatARow.positionOf(seat(row)).row()).isEqualTo(letters);
    }

    @Test
    void theyBeginAnewInEachSection() {
        var plan = new SeatPlan(List.of(Section.ofRows("Stalls", 30, 2), Section.ofRows("Balcony", 1, 2)));

        assertThat(plan.positionOf(seat(60)).row()).isEqualTo("AD");
        assertThat(plan.positionOf(seat(61)).row()).isEqualTo("A");
    }

    @Test
    void theTicketSaysSectionRowAndPlace() {
        var plan = new SeatPlan(List.of(Section.ofRows("Stalls", 12, 20)));

        assertThat(plan.positionOf(seat(1)).label()).isEqualTo("Stalls A-1");
        assertThat(plan.positionOf(seat(40)).label()).isEqualTo("Stalls B-20");
    }
}
