package com.modex.booking.application.booking;

import com.modex.booking.domain.booking.BookingKey;
import com.modex.booking.domain.booking.Buyer;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.util.Optional;
import java.util.Set;

/**
 * One try to carry out a command.
 *
 * @param avoided seats that are passed by where the choice is ours, because rivals are taking them
 */
record Attempt(BookSeats.Command command, Set<SeatNumber> avoided) {
    ShowId show() {
        return command.show();
    }

    Buyer buyer() {
        return new Buyer(command.show(), command.user());
    }

    Optional<BookingKey> key() {
        return Optional.ofNullable(command.key()).map(key -> new BookingKey(command.show(), key));
    }
}
