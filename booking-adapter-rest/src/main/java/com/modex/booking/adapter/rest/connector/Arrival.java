package com.modex.booking.adapter.rest.connector;

/** When the request arrived that this thread is at work on: it may have waited long for its turn. */
public final class Arrival {
    private static final ScopedValue<Long> TIME = ScopedValue.newInstance();

    private Arrival() {}

    /** By {@link System#nanoTime}; now, where nobody has noted it. */
    public static long nanos() {
        return TIME.isBound() ? TIME.get() : System.nanoTime();
    }

    static void at(long nanos, Runnable task) {
        ScopedValue.where(TIME, nanos).run(task);
    }
}
