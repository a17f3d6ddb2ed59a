package com.modex.booking.benchmark;

/**
 * Cores kept busy, on average over a run.
 *
 * @param generator this process: whoever makes the load
 * @param server the server's processes
 * @param postgres PostgreSQL's processes; not a number if they cannot be seen from here
 * @param others whoever else was at work on the machine: if it is much, the run is worth nothing
 */
record Cores(double generator, double server, double postgres, double others) {

    /** The generator's share of all the machine's cores, from 0 to 1. */
    double generatorShare() {
        return generator / Runtime.getRuntime().availableProcessors();
    }
}
