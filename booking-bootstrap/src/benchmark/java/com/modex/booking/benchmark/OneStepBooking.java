package com.modex.booking.benchmark;

/** Every request books two free seats for good. */
final class OneStepBooking implements Script {

    private final Deck deck;
    private final Buyers buyers;
    private final Promises promises;
    private final Seats[] wished;

    OneStepBooking(Deck deck, Buyers buyers, Promises promises, int callers) {
        this.deck = deck;
        this.buyers = buyers;
        this.promises = promises;
        this.wished = new Seats[callers];
    }

    @Override
    public Call next(int caller) {
        Seats seats = deck.deal();
        wished[caller] = seats;
        return Call.post(seats.bookingsPath(), buyers.token(caller), "{\"seats\":[" + seats.numbers() + "]}");
    }

    @Override
    public boolean answered(int caller, int status, String location) {
        if (status != 201) {
            return false;
        }
        promises.keep(bookingOf(location), wished[caller], buyers.name(caller), true);
        return true;
    }

    /** The id at the end of the header {@code Location}. */
    static String bookingOf(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
