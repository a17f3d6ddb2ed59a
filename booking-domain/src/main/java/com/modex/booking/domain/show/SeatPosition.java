package com.modex.booking.domain.show;

/**
 * Where a seat stands.
 *
 * @param section the section's name
 * @param row the row's letters: A to Z, then AA, AB and so on, anew in each section
 * @param place the seat's place in its row, from 1 on
 */
public record SeatPosition(String section, String row, int place) {
    private static final int LETTERS = 26;

    static SeatPosition of(Section section, int indexInSection) {
        int row = indexInSection / section.seatsPerRow();
        return new SeatPosition(section.name(), letters(row), indexInSection % section.seatsPerRow() + 1);
    }

    /** What is printed on the ticket, for example {@code Stalls A-1}. */
    public String label() {
        return section + " " + row + "-" + place;
    }

    private static String letters(int row) {
        var letters = new StringBuilder();
        for (int rest = row + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.append((char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.reverse().toString();
    }
}
