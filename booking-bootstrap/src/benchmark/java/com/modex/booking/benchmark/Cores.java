package com.modex.booking.benchmark;

/**
 * Cores kept busy, on average over a run.
 *
 * @param generator this process: whoever makes the load
 * @param server the server's processes
 * @param postgres PostgreSQL's processes; not a number if they cannot be seen from here
 */
record Cores(double generator, double server, double postgres) {

    /** The generator's share of all the machine's cores, from 0 to 1. */
    double generatorShare() {
        return generator / Runtime.getRuntime().availableProcessors();
    }
}
