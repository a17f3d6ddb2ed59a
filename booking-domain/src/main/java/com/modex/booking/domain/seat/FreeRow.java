package com.modex.booking.domain.seat;

import java.util.ArrayList;
import java.util.List;

/**
 * A row that has free seats.
 *
 * @param runs all its runs, in seat order
 */
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
        return runs.stream().mapToInt(Run::length).sum();
    }

    /** What rows have in common that offer the same blocks and leave the same singles: how long their runs are. */
    List<Integer> shape() {
        return runs.stream().map(Run::length).sorted().toList();
    }
}
