package com.modex.booking.application.booking;

import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.Show;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * What a unit of work comes to that may end with a hold that others have taken seats of.
 *
 * @param <R> the result of the use case
 */
sealed interface Decision<R> {
    record Settled<R>(R result) implements Decision<R> {}

    /** Others have these seats; so many are to be offered in their place. */
    record Expired<R>(List<UnavailableSeat> seats, int size, Show show) implements Decision<R> {}

    /**
     * Decides in a unit of work, and looks for alternatives once nothing is locked any more.
     *
     * @param expired makes the result of the seats that others have and of the alternatives
     */
    static <R> R in(
            UnitOfWork unitOfWork,
            Supplier<Decision<R>> deciding,
            Alternatives alternatives,
            BiFunction<List<UnavailableSeat>, List<SeatSelection>, R> expired) {
        return switch (unitOfWork.run(deciding)) {
            case Settled<R>(var result) -> result;
            case Expired<R>(var seats, var size, var show) ->
                expired.apply(seats, alternatives.inPlaceOf(seats, size, show));
        };
    }
}
