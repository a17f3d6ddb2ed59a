package com.modex.booking.application.booking;

import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.BestAvailable;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.Show;
import java.util.List;

/** What a buyer is offered in place of seats that were refused. It is read without locks and promises nothing. */
record Alternatives(SeatMaps seatMaps) {
    /** Up to three choices of that size; not of the seats that were just refused, which others are busy with. */
    List<SeatSelection> inPlaceOf(List<UnavailableSeat> refused, int size, Show show) {
        var free = seatMaps.free(show.id())
                .without(refused.stream().map(UnavailableSeat::number).toList());
        return BestAvailable.alternatives(show.plan(), free, size).stream()
                .map(SeatSelection::new)
                .toList();
    }
}
