package com.modex.booking.application.rehearsal;

/**
 * Goes through the sale of a show as buyers and readers will: the show is scheduled, looked at, booked, held, confirmed
 * and cancelled, and some are refused. Nobody else sees any of it, nobody waits for it, and nothing of it is left.
 */
public interface RehearseSale {
    void rehearse();
}
