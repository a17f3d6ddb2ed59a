package com.modex.booking.domain.seat;

/**
 * Seats side by side, by which adjacency is judged; the seat behind its last is in another row.
 *
 * @param first the number of its first seat; rows stand in the order of their numbers, the front row first
 * @param length how many seats it has itself: the last row of a section may be shorter than the others
 */
record Row(int first, int length) {
    /** The number behind its last seat's. */
    int end() {
        return first + length;
    }
}
