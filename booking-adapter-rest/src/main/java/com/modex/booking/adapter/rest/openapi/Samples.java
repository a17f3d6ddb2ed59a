package com.modex.booking.adapter.rest.openapi;

/** Values that the examples share, so that they tell one story. */
final class Samples {
    static final String SHOW_ID = "01a21028-d4c4-7640-bf48-bc485b65854c";
    static final String BOOKING_ID = "01a21028-d841-740f-aa16-5f8d89b28bf6";

    private Samples() {}
}
