package com.modex.booking.benchmark;

import java.sql.SQLException;
import java.util.List;

/**
 * What PostgreSQL counts of one table.
 *
 * @param updated rows, since the table was made
 * @param heapOnly those of them that touched no index
 * @param dead row versions that nobody needs any more
 * @param tableBytes without indexes
 */
record TableUse(long updated, long heapOnly, long dead, long tableBytes, long indexBytes) {

    static TableUse of(Postgres postgres, String table) throws SQLException, InterruptedException {
        // Each connection reports what it has done after a second at the latest.
        Thread.sleep(1_500);
        List<Long> figures = postgres
                .rows("SELECT n_tup_upd, n_tup_hot_upd, n_dead_tup, pg_table_size(relid), pg_indexes_size(relid)"
                        + " FROM pg_stat_user_tables WHERE schemaname = current_schema() AND relname = '" + table + "'")
                .getFirst()
                .stream()
                .map(Long::valueOf)
                .toList();
        return new TableUse(figures.get(0), figures.get(1), figures.get(2), figures.get(3), figures.get(4));
    }

    /** The share of heap-only updates since an earlier look, from 0 to 1. */
    double heapOnlyShareSince(TableUse before) {
        return (double) (heapOnly - before.heapOnly) / (updated - before.updated);
    }
}
