package com.modex.booking.application;

import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.ShowId;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was read of late and may be used again where it does not matter, or can be told, that it is out of date. So much of
 * it at most; what has not been asked for longest goes first.
 */
public final class Recent<K, V> {
    /** A show may have a thousand sections, of some hundred bytes each. */
    private static final int MOST_SECTIONS = 50_000;

    /** Twice as many as one show may have, of some forty bytes each. */
    private static final int MOST_SEATS = 2 * SeatPlan.MAX_SEATS;

    private final SequencedMap<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private final long most;
    private final ToLongFunction<? super V> weigher;
    private long weight;

    /**
     * @param most how much all of it may weigh together
     * @param weigher what one thing weighs, always the same
     */
    Recent(long most, ToLongFunction<? super V> weigher) {
        this.most = most;
        this.weigher = weigher;
    }

    /** For what takes as much memory as the seat plan of a show. */
    public static <V> Recent<ShowId, V> ofShows(Function<? super V, SeatPlan> planOf) {
        return new Recent<>(
                MOST_SECTIONS, value -> planOf.apply(value).sections().size());
    }

    /** For what takes as much memory as so many seats, and a hundred bytes more. */
    public static <V> Recent<ShowId, V> ofSeats(ToLongFunction<? super V> seatsOf) {
        return new Recent<>(MOST_SEATS, value -> 1 + seatsOf.applyAsLong(value));
    }

    public synchronized @Nullable V get(K key) {
        return values.get(key);
    }

    public synchronized void put(K key, V value) {
        V before = values.put(key, value);
        weight += weigher.applyAsLong(value) - (before == null ? 0 : weigher.applyAsLong(before));
        while (weight > most) {
            weight -= weigher.applyAsLong(values.pollFirstEntry().getValue());
        }
    }
}
