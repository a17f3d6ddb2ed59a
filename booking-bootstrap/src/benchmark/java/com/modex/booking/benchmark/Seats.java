package com.modex.booking.benchmark;

/**
 * Seats of one show that stand side by side.
 *
 * @param first the lowest number
 */
record Seats(String show, int first, int count) {

    /** Their numbers, separated by commas. */
    String numbers() {
        if (count == 1) {
            return String.valueOf(first);
        }
        StringBuilder text = new StringBuilder();
        for (int number = first; number < first + count; number++) {
            text.append(text.isEmpty() ? "" : ",").append(number);
        }
        return text.toString();
    }

    String bookingsPath() {
        return "/v1/shows/" + show + "/bookings";
    }
}
