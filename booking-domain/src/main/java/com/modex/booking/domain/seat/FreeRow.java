package com.modex.booking.domain.seat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A row that has free seats, with all its runs in seat order. */
record FreeRow(List<Run> runs) {
    FreeRow {
        runs = List.copyOf(runs);
    }

    /** The rows that these runs are in, in their order. */
    static List<FreeRow> of(Iterable<Run> runsInOrder) {
        var rows = new ArrayList<FreeRow>();
        var runs = new ArrayList<Run>();
        for (Run run : runsInOrder) {
            if (!runs.isEmpty() && !runs.getLast().row().equals(run.row())) {
                rows.add(new FreeRow(runs));
                runs.clear();
            }
            runs.add(run);
        }
        if (!runs.isEmpty()) {
            rows.add(new FreeRow(runs));
        }
        return rows;
    }

    /** How many free seats it has. */
    int seats() {
        int seats = 0;
        for (Run run : runs) {
            seats += run.length();
        }
        return seats;
    }

    /** How long its runs are, the longest first. Rows of one shape offer the same blocks and leave the same singles. */
    List<Integer> shape() {
        var lengths = new ArrayList<Integer>(runs.size());
        for (Run run : runs) {
            lengths.add(run.length());
        }
        lengths.sort(Comparator.reverseOrder());
        return lengths;
    }
}
