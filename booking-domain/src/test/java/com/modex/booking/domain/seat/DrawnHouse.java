package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * A house as a picture: a string is a row, an empty string begins the next section. {@code x} is a seat that is taken,
 * any other mark a free one; marks other than {@code .} say which seats a test expects to be chosen.
 */
record DrawnHouse(SeatPlan plan, String seats) {
    static DrawnHouse of(String... rows) {
        var sections = new ArrayList<Section>();
        var rowsOfSection = new ArrayList<String>();
        for (String row : rows) {
            if (row.isEmpty()) {
                sections.add(section(sections.size(), rowsOfSection));
                rowsOfSection.clear();
            } else {
                rowsOfSection.add(row);
            }
        }
        sections.add(section(sections.size(), rowsOfSection));
        return new DrawnHouse(new SeatPlan(sections), String.join("", rows));
    }

    private static Section section(int index, List<String> rows) {
        int seats = rows.stream().mapToInt(String::length).sum();
        return new Section("S" + index, seats, rows.getFirst().length());
    }

    FreeSeats free() {
        return FreeSeats.of(numbers(mark -> mark != 'x'));
    }

    SortedSet<SeatNumber> marked(char wanted) {
        return numbers(mark -> mark == wanted);
    }

    private SortedSet<SeatNumber> numbers(IntPredicate mark) {
        var numbers = new TreeSet<SeatNumber>();
        for (int i = 0; i < seats.length(); i++) {
            if (mark.test(seats.charAt(i))) {
                numbers.add(new SeatNumber(i + 1));
            }
        }
        return numbers;
    }
}
