package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Seats of one show that the unit of work has locked, as they are, and the database's clock after the locks were had.
 * What is decided is {@linkplain #apply applied} here, so that the next decision of the same unit of work sees it;
 * {@link SeatLock#store} and {@link SalesLedger} write what was applied.
 */
public final class LockedSeats {
    private final ShowId show;
    private final Instant now;
    private final NavigableMap<SeatNumber, Seat> seats = new TreeMap<>();
    private final SortedSet<SeatNumber> contested;
    private final Map<SeatNumber, Seat> changed = new TreeMap<>();

    /**
     * @param now the database's clock, read after the locks were had
     * @param locked the seats that are locked
     * @param contested the seats that were asked for and that a rival has locked
     */
    public LockedSeats(ShowId show, Instant now, Collection<Seat> locked, Collection<SeatNumber> contested) {
        this.show = show;
        this.now = now;
        locked.forEach(seat -> seats.put(seat.number(), seat));
        this.contested = Collections.unmodifiableSortedSet(new TreeSet<>(contested));
        if (!Collections.disjoint(seats.keySet(), this.contested)) {
            throw new IllegalArgumentException("A seat is either locked or contested");
        }
    }

    /** Takes over what was decided: these seats are as they are given here from now on. */
    public void apply(Collection<Seat> decided) {
        for (Seat seat : decided) {
            if (seats.replace(seat.number(), seat) == null) {
                throw new IllegalStateException("Seat " + seat.number() + " is not locked");
            }
            changed.put(seat.number(), seat);
        }
    }

    /** Why seats among these are not to be had, in seat order; empty if all are free. */
    List<UnavailableSeat> unavailable(Set<SeatNumber> wanted) {
        var unavailable = new ArrayList<UnavailableSeat>();
        for (SeatNumber number : new TreeSet<>(wanted)) {
            if (contested.contains(number)) {
                unavailable.add(new UnavailableSeat(number, UnavailableSeat.Reason.CONTESTED));
            } else {
                switch (seat(number).statusAt(now)) {
                    case AVAILABLE -> {}
                    case HELD -> unavailable.add(new UnavailableSeat(number, UnavailableSeat.Reason.HELD));
                    case BOOKED -> unavailable.add(new UnavailableSeat(number, UnavailableSeat.Reason.BOOKED));
                    case BLOCKED -> unavailable.add(new UnavailableSeat(number, UnavailableSeat.Reason.BLOCKED));
                }
            }
        }
        return unavailable;
    }

    Seat seat(SeatNumber number) {
        Seat seat = seats.get(number);
        if (seat == null) {
            throw new IllegalStateException("Seat " + number + " of show " + show + " is not locked");
        }
        return seat;
    }

    List<Seat> seats(Collection<SeatNumber> numbers) {
        return numbers.stream().map(this::seat).toList();
    }

    public ShowId show() {
        return show;
    }

    /** The database's clock, read after the locks were had. */
    public Instant now() {
        return now;
    }

    /** The locked seats in seat order, with what was applied. */
    public Collection<Seat> seats() {
        return Collections.unmodifiableCollection(seats.values());
    }

    /** The seats that a rival has locked, in seat order. */
    public SortedSet<SeatNumber> contested() {
        return contested;
    }

    /** The seats that were applied, in seat order. */
    public Collection<Seat> changed() {
        return Collections.unmodifiableCollection(changed.values());
    }
}
