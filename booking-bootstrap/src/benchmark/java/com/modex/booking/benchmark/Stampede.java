package com.modex.booking.benchmark;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Everybody wants a seat of one house. Who is refused tries another seat, until they have one or the house is sold out.
 */
final class Stampede implements Script {

    static final int SEATS = 500;
    static final int BUYERS = 2_000;

    private final String show;
    private final Buyers buyers;
    private final Promises promises;
    private final Random random;
    private final Seats[] wished = new Seats[BUYERS];
    private final boolean[] served = new boolean[BUYERS];
    private int sold;

    Stampede(String show, Buyers buyers, Promises promises, long seed) {
        this.show = show;
        this.buyers = buyers;
        this.promises = promises;
        this.random = new Random(seed);
    }

    @Override
    public @Nullable Call next(int caller) {
        if (served[caller] || sold == SEATS) {
            return null;
        }
        Seats seats = new Seats(show, 1 + random.nextInt(SEATS), 1);
        wished[caller] = seats;
        return Call.post(seats.bookingsPath(), buyers.token(caller), "{\"seats\":[" + seats.numbers() + "]}");
    }

    @Override
    public boolean answered(int caller, int status, String location) {
        if (status == 201) {
            served[caller] = true;
            sold++;
            promises.keep(OneStepBooking.bookingOf(location), wished[caller], buyers.name(caller), true);
        }
        // What counts here is how many are served, with a seat or with a no.
        return status == 201 || status == 409;
    }
}
