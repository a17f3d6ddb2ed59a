package com.modex.booking.benchmark;

/** What is measured, in the order of the table. */
enum Scenario {
    BARE_JDBC("bare JDBC", "the same booking by plain pgjdbc, %d connections, no HTTP".formatted(BareJdbc.CONNECTIONS)),
    ONE_STEP("one-step booking", "two free seats each, all over many shows of 1,000 seats"),
    HOLD_CONFIRM("hold → confirm", "the same by two requests; a pair of them is one operation"),
    STAMPEDE("stampede", "2,000 buyers with a connection each want one of 500 seats; all answers count"),
    SEAT_MAP("seat map", "of shows of 5,000 seats"),
    MIXED("mixed", "95% reads (list, seat maps of 500), 5% bookings on the same shows");

    private final String title;
    private final String description;

    Scenario(String title, String description) {
        this.title = title;
        this.description = description;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    /** Whether an operation is a booking of two seats, so that it may be held against bare JDBC. */
    boolean isBooking() {
        return this == BARE_JDBC || this == ONE_STEP || this == HOLD_CONFIRM;
    }
}
