package com.modex.booking.application.booking;

import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.BestAvailable;
import com.modex.booking.domain.seat.FreeSeats;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a buyer is offered in place of seats that were refused. It is read without locks and promises nothing; those who
 * ask for the same show at the same moment share one reading.
 *
 * <p>Never to be asked for inside a unit of work: who waits for another's reading there keeps seats and a connection, which
 * that reading may be waiting for.
 */
final class Alternatives {
    private final SeatMaps seatMaps;
    private final Map<ShowId, CompletableFuture<FreeSeats>> underWay = new ConcurrentHashMap<>();

    Alternatives(SeatMaps seatMaps) {
        this.seatMaps = seatMaps;
    }

    /** Up to three choices of that size; not of the seats that were just refused, which others are busy with. */
    List<SeatSelection> inPlaceOf(List<UnavailableSeat> refused, int size, Show show) {
        var free = free(show.id())
                .without(refused.stream().map(UnavailableSeat::number).toList());
        return BestAvailable.alternatives(show.plan(), free, size).stream()
                .map(SeatSelection::new)
                .toList();
    }

    private FreeSeats free(ShowId show) {
        var own = new CompletableFuture<FreeSeats>();
        var others = underWay.putIfAbsent(show, own);
        return others == null ? read(show, own) : shared(show, others);
    }

    private FreeSeats read(ShowId show, CompletableFuture<FreeSeats> reading) {
        try {
            FreeSeats free = seatMaps.free(show);
            reading.complete(free);
            return free;
        } finally {
            underWay.remove(show, reading);
            // Of no effect unless the reading has failed: nobody must wait for it then.
            reading.cancel(false);
        }
    }

    private FreeSeats shared(ShowId show, CompletableFuture<FreeSeats> reading) {
        try {
            return reading.join();
        } catch (CancellationException e) {
            return seatMaps.free(show);
        }
    }
}
