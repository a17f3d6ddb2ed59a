package com.modex.booking.benchmark;

import org.jspecify.annotations.Nullable;

/** A caller holds two free seats and confirms them by the next request. The two are one operation. */
final class HoldThenConfirm implements Script {

    private final Deck deck;
    private final Buyers buyers;
    private final Promises promises;
    private final Seats[] wished;
    private final @Nullable String[] held;

    HoldThenConfirm(Deck deck, Buyers buyers, Promises promises, int callers) {
        this.deck = deck;
        this.buyers = buyers;
        this.promises = promises;
        this.wished = new Seats[callers];
        this.held = new @Nullable String[callers];
    }

    @Override
    public Call next(int caller) {
        String booking = held[caller];
        if (booking != null) {
            return Call.post("/v1/bookings/" + booking + "/confirm", buyers.token(caller));
        }
        Seats seats = deck.deal();
        wished[caller] = seats;
        return Call.post(
                seats.bookingsPath(), buyers.token(caller), "{\"seats\":[" + seats.numbers() + "],\"confirm\":false}");
    }

    @Override
    public boolean answered(int caller, int status, String location) {
        String booking = held[caller];
        if (booking != null) {
            held[caller] = null;
            promises.keep(booking, wished[caller], buyers.name(caller), status == 200);
            return status == 200;
        }
        if (status == 201) {
            held[caller] = OneStepBooking.bookingOf(location);
        }
        return false;
    }

    /** Seats that are held when the time is up were promised all the same. */
    void keepWhatIsHeld() {
        for (int caller = 0; caller < held.length; caller++) {
            String booking = held[caller];
            if (booking != null) {
                promises.keep(booking, wished[caller], buyers.name(caller), false);
            }
        }
    }
}
