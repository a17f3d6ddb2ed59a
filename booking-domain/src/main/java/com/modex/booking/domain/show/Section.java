package com.modex.booking.domain.show;

import com.modex.booking.domain.InvalidValueException;

/**
 * A part of the house with rows of equal length, but for the last row, which may be shorter.
 *
 * @param name 1 to 50 characters, shown on every ticket of the section
 * @param seats how many seats it has in all, 1 to 100,000
 * @param seatsPerRow how many seats a full row has, 1 to 1,000
 */
public record Section(String name, int seats, int seatsPerRow) {
    public static final int MAX_NAME_LENGTH = 50;
    public static final int MAX_SEATS_PER_ROW = 1_000;

    public Section {
        InvalidValueException.requireText(name, MAX_NAME_LENGTH, "A section's name");
        InvalidValueException.requireInRange(seats, 1, SeatPlan.MAX_SEATS, "The seats of a section");
        InvalidValueException.requireInRange(seatsPerRow, 1, MAX_SEATS_PER_ROW, "The seats of a row");
    }

    /** A section of full rows. */
    public static Section ofRows(String name, int rows, int seatsPerRow) {
        InvalidValueException.requireInRange(rows, 1, SeatPlan.MAX_SEATS, "The rows of a section");
        return new Section(
                name, Math.clamp((long) rows * seatsPerRow, Integer.MIN_VALUE, Integer.MAX_VALUE), seatsPerRow);
    }

    Section extendedBy(int added) {
        return new Section(name, seats + added, seatsPerRow);
    }

    public int rows() {
        return Math.ceilDiv(seats, seatsPerRow);
    }
}
