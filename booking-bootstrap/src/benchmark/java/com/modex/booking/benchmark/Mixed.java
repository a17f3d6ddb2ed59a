package com.modex.booking.benchmark;

import java.util.List;
import java.util.Random;

/** 95 of 100 requests read, seat maps and the list of shows alike; 5 book two seats of the shows that are read. */
final class Mixed implements Script {

    private static final String LIST = "/v1/shows?limit=50";

    private final List<String> shows;
    private final OneStepBooking booking;
    private final Random random;
    private final boolean[] books;

    Mixed(List<String> shows, OneStepBooking booking, int callers, long seed) {
        this.shows = List.copyOf(shows);
        this.booking = booking;
        this.random = new Random(seed);
        this.books = new boolean[callers];
    }

    @Override
    public Call next(int caller) {
        books[caller] = random.nextInt(100) < 5;
        if (books[caller]) {
            return booking.next(caller);
        }
        return Call.get(random.nextBoolean() ? LIST : Reading.seatMap(shows.get(random.nextInt(shows.size()))));
    }

    @Override
    public boolean answered(int caller, int status, String location) {
        return books[caller] ? booking.answered(caller, status, location) : status == 200;
    }
}
