package com.modex.booking.domain.seat;

import java.util.List;

/**
 * How many rows and blocks the best split choice has, which its first two criteria decide, and what can be no part of it
 * for that reason: in a great house that is nearly everything.
 */
final class SplitLimits {
    private final int quantity;
    private final int fewestRows;
    private int fewestBlocks;

    /** The most seats that so many rows in so many blocks can give: {@code mostSeats[rows][blocks]}. */
    private final int[][] mostSeats;

    /**
     * @param fewestRows how many of the rows give the quantity, if they are the fullest
     * @param rows enough to choose from
     */
    SplitLimits(int quantity, int fewestRows, List<FreeRow> rows) {
        this.quantity = quantity;
        this.fewestRows = fewestRows;
        mostSeats = new int[fewestRows + 1][quantity + 1];
        fewestBlocks = quantity;
        rows.forEach(this::add);
    }

    private void add(FreeRow row) {
        int[] seatsOfRow = seatsInLongestRuns(row);
        // From many to few, so that what is added to has no block of this row yet.
        for (int rows = fewestRows; rows >= 1; rows--) {
            for (int blocks = fewestBlocks; blocks >= 1; blocks--) {
                for (int ofRow = 1; ofRow < seatsOfRow.length && ofRow <= blocks; ofRow++) {
                    int seats = seatsOfRow[ofRow] + mostSeats[rows - 1][blocks - ofRow];
                    mostSeats[rows][blocks] = Math.max(mostSeats[rows][blocks], seats);
                }
            }
        }
        while (mostSeats[fewestRows][fewestBlocks - 1] >= quantity) {
            fewestBlocks--;
        }
    }

    /** Whether the best choice may have blocks in this row. */
    boolean allow(FreeRow row) {
        int[] seatsOfRow = seatsInLongestRuns(row);
        for (int ofRow = 1; ofRow < seatsOfRow.length && ofRow <= fewestBlocks; ofRow++) {
            if (seatsOfRow[ofRow] + mostSeats[fewestRows - 1][fewestBlocks - ofRow] >= quantity) {
                return true;
            }
        }
        return false;
    }

    /** Whether the best choice may end with so many seats in so many rows and blocks. */
    boolean allow(int seats, int rows, int blocks) {
        if (rows > fewestRows || blocks > fewestBlocks) {
            return false;
        }
        // The front one of these rows may give more blocks, so it counts as one that is still to come.
        int rowsToCome = fewestRows - rows + 1;
        return seats + mostSeats[rowsToCome][fewestBlocks - blocks] >= quantity;
    }

    private static int[] seatsInLongestRuns(FreeRow row) {
        List<Integer> longestFirst = row.shape();
        int[] seats = new int[longestFirst.size() + 1];
        for (int runs = 1; runs < seats.length; runs++) {
            seats[runs] = seats[runs - 1] + longestFirst.get(runs - 1);
        }
        return seats;
    }
}
