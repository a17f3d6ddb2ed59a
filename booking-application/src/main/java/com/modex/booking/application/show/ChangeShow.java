package com.modex.booking.application.show;

import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.show.ShowChange;
import com.modex.booking.domain.show.ShowId;
import java.util.List;

/** Changes a show that nobody else has changed since the admin looked. Bookings go on meanwhile, and keep their seats. */
public interface ChangeShow {
    /**
     * Makes all the changes, or none.
     *
     * @throws InvalidValueException if they make no show that could be, by the database's clock
     */
    Result change(Command command);

    /** What to change, and on which version of the show. */
    record Command(ShowId show, ExpectedVersion expected, List<ShowChange> changes) {
        public Command {
            changes = List.copyOf(changes);
        }
    }

    /** What the admin gets. */
    sealed interface Result {
        /** The show as it is now; its version has grown unless the changes changed nothing. */
        record Changed(ShowDetails show) implements Result {}

        record NotFound() implements Result {}

        /** Somebody else changed the show in between. */
        record Stale() implements Result {}

        record Cancelled() implements Result {}
    }
}
