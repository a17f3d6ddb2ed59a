package com.modex.booking.domain.booking;

/** Driven port: makes ids that no booking had before; later ones sort behind earlier ones. */
@FunctionalInterface
public interface BookingIds {
    BookingId next();
}
