package com.modex.booking.adapter.rest.caching;

/**
 * What a controller returns to have bytes sent that are ready. Its type says what they stand for, to readers and to the
 * description of the API.
 */
public final class ReadyAnswer<T> {
    private final Reading<T> reading;
    private final ReadyJson json;

    ReadyAnswer(Reading<T> reading, ReadyJson json) {
        this.reading = reading;
        this.json = json;
    }

    Reading<T> reading() {
        return reading;
    }

    ReadyJson json() {
        return json;
    }
}
