package com.modex.booking.application.show;

import com.modex.booking.application.show.SeatMapDetails.SeatDetails;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.SeatPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The seats of each plan as they are while nobody has one. Where a seat stands and what it is called follows from the plan
 * alone, so it is made up once for all maps of all shows with equal plans. So many seats are kept at most as one show may
 * have, some ten megabytes; what has not been asked for longest goes first.
 */
final class EmptyHouses {
    private static final int MAX_SEATS = SeatPlan.MAX_SEATS;

    private final SequencedMap<SeatPlan, List<SeatDetails>> houses = new LinkedHashMap<>(16, 0.75f, true);
    private int seats;

    /** All seats of the plan in seat order, free. */
    List<SeatDetails> with(SeatPlan plan) {
        var known = known(plan);
        return known == null ? keep(plan, laidOut(plan)) : known;
    }

    private synchronized @Nullable List<SeatDetails> known(SeatPlan plan) {
        return houses.get(plan);
    }

    private synchronized List<SeatDetails> keep(SeatPlan plan, List<SeatDetails> house) {
        if (houses.putIfAbsent(plan, house) == null) {
            seats += house.size();
        }
        while (seats > MAX_SEATS) {
            seats -= houses.pollFirstEntry().getValue().size();
        }
        return house;
    }

    private static List<SeatDetails> laidOut(SeatPlan plan) {
        return IntStream.rangeClosed(1, plan.totalSeats())
                .mapToObj(number -> SeatDetails.of(new SeatNumber(number), plan, SeatStatus.AVAILABLE))
                .toList();
    }
}
