package com.modex.booking.domain.seat;

/**
 * Free seats side by side in one row, as many as there are: neither of its ends has a free neighbour.
 *
 * @param first the number of its first seat
 * @param length how many seats it has, at least one
 */
record Run(Row row, int first, int length) {
    /** The fewest free seats that can stay beside a block without one of them being single. */
    private static final int NO_SINGLE = 2;

    /** The number behind its last seat's. */
    int end() {
        return first + length;
    }

    /**
     * The best block of that many seats in this run. It stands at one of the run's ends; or inside, where it leaves no
     * single at either side, as near as it can to the row's middle. Anywhere else it leaves a single that it would not
     * leave at an end.
     *
     * @param seats at most the run's length
     */
    Block bestBlock(int seats) {
        int spare = length - seats;
        Block best = better(blockBehind(0, seats), blockBehind(spare, seats));
        if (spare >= 2 * NO_SINGLE) {
            int centred = row.first() + (row.length() - seats) / 2 - first;
            best = better(best, blockBehind(Math.clamp(centred, NO_SINGLE, spare - NO_SINGLE), seats));
        }
        return best;
    }

    private Block blockBehind(int seatsBefore, int seats) {
        return new Block(this, first + seatsBefore, seats);
    }

    private static Block better(Block one, Block other) {
        return Block.BEST_FIRST.compare(one, other) <= 0 ? one : other;
    }
}
