package com.modex.booking.application;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.ConcurrentChangeException;
import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.Keyed;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingKey;
import com.modex.booking.domain.booking.BookingLock;
import com.modex.booking.domain.booking.BookingQuery;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.booking.Buyer;
import com.modex.booking.domain.booking.BuyerLock;
import com.modex.booking.domain.booking.BuyersSeats;
import com.modex.booking.domain.booking.ExpiredHolds;
import com.modex.booking.domain.booking.NewBooking;
import com.modex.booking.domain.booking.ShowBookingsQuery;
import com.modex.booking.domain.seat.Availability;
import com.modex.booking.domain.seat.FreeSeats;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.SalesLedger;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowLock;
import com.modex.booking.domain.show.ShowQuery;
import com.modex.booking.domain.show.ShowStatus;
import com.modex.booking.domain.show.Shows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every driven port over maps, with the semantics of the real thing: a transaction reads what was committed and what it
 * wrote itself, its locks last until it ends, and nothing is left of one that throws. The clock stands until it is set;
 * a pause sets it.
 */
public final class InMemoryWorld implements BookingWorld, UnitOfWork, BusinessClock, Pause {
    private static final int TRIES = 5;
    private static final ThreadLocal<@Nullable Transaction> CURRENT = new ThreadLocal<>();
    private static final long LOCK_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Map<Object, Object> committed = new HashMap<>();
    private final Map<Object, Transaction> locks = new HashMap<>();
    private final MapShows shows = new MapShows();
    private final MapBookings bookings = new MapBookings();
    private final MapSeats seats = new MapSeats();
    private final MapLedger ledger = new MapLedger();
    private Instant now = Fixtures.NOON;

    // Clock.

    @Override
    public synchronized Instant now() {
        return now;
    }

    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void of(Duration time) {
        advance(time);
    }

    // Transactions.

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return run(work);
    }

    @Override
    public <T> T run(Supplier<T> work) {
        RuntimeException last = null;
        for (int tries = 1; tries <= TRIES; tries++) {
            try {
                return once(work);
            } catch (ConcurrentChangeException e) {
                last = e;
            }
        }
        throw new ContentionException("Given up after " + TRIES + " conflicts", last);
    }

    private <T> T once(Supplier<T> work) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("One unit of work in another");
        }
        var transaction = new Transaction();
        CURRENT.set(transaction);
        try {
            T result = work.get();
            commit(transaction);
            return result;
        } finally {
            CURRENT.remove();
            release(transaction);
        }
    }

    private synchronized void commit(Transaction transaction) {
        committed.putAll(transaction.written);
    }

    private synchronized void release(Transaction transaction) {
        locks.values().removeIf(owner -> owner == transaction);
        notifyAll();
    }

    private Transaction transaction() {
        Transaction transaction = CURRENT.get();
        if (transaction == null) {
            throw new IllegalStateException("Locks and changes need a unit of work");
        }
        return transaction;
    }

    private synchronized @Nullable Object read(Object key) {
        Transaction transaction = CURRENT.get();
        Object own = transaction == null ? null : transaction.written.get(key);
        return own == null ? committed.get(key) : own;
    }

    private synchronized <T> List<T> readAll(Class<T> type) {
        Set<Object> keys = new HashSet<>(committed.keySet());
        Transaction transaction = CURRENT.get();
        if (transaction != null) {
            keys.addAll(transaction.written.keySet());
        }
        return keys.stream()
                .map(this::read)
                .filter(Objects::nonNull)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private void write(Object key, Object value) {
        transaction().written.put(key, value);
    }

    private synchronized boolean tryLock(Object key) {
        return locks.computeIfAbsent(key, _ -> transaction()) == transaction();
    }

    private synchronized void lock(Object key) {
        long deadline = System.nanoTime() + LOCK_TIMEOUT_NANOS;
        while (!tryLock(key)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new ContentionException("Waited too long for " + key, null);
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnavailableException("Interrupted", e);
            }
        }
    }

    private synchronized void requireLocked(Object key) {
        if (locks.get(key) != transaction()) {
            throw new IllegalStateException(key + " is not locked by this unit of work");
        }
    }

    // Ports.

    @Override
    public Shows shows() {
        return shows;
    }

    @Override
    public ShowLock showLock() {
        return shows;
    }

    @Override
    public SeatLock seatLock() {
        return seats;
    }

    @Override
    public SeatMaps seatMaps() {
        return seats;
    }

    @Override
    public Bookings bookings() {
        return bookings;
    }

    @Override
    public SalesLedger salesLedger() {
        return ledger;
    }

    @Override
    public BookingLock bookingLock() {
        return bookings;
    }

    @Override
    public BuyerLock buyerLock() {
        return buyers ->
                buyers.stream().sorted(Comparator.comparing(Buyer::toString)).forEach(this::lock);
    }

    @Override
    public ExpiredHolds expiredHolds() {
        return bookings;
    }

    /** Changes a show within the running unit of work, as its owner could. */
    public void write(Show show) {
        write(show.id(), show);
    }

    private static final class Transaction {
        private final Map<Object, Object> written = new HashMap<>();
    }

    private record SeatKey(ShowId show, SeatNumber number) {}

    /** Null for the show where it is a show's own creation that the key was used for. */
    private record UsedKey(@Nullable ShowId show, UserId user, String value) {
        static UsedKey of(@Nullable ShowId show, IdempotencyKey key) {
            return new UsedKey(show, key.user(), key.value());
        }
    }

    /** Like a unique index: a twin that has not ended yet is waited for. */
    private boolean use(@Nullable ShowId show, @Nullable IdempotencyKey key, Object made) {
        if (key == null) {
            return true;
        }
        var used = UsedKey.of(show, key);
        lock(used);
        if (read(used) != null) {
            return false;
        }
        write(used, new Keyed<>(made, key.bodyDigest()));
        return true;
    }

    private <I, T> Optional<Keyed<T>> madeWith(
            @Nullable ShowId show, IdempotencyKey key, Class<I> type, Function<I, Optional<T>> finding) {
        return read(UsedKey.of(show, key)) instanceof Keyed<?>(var made, var digest)
                ? finding.apply(type.cast(made)).map(found -> new Keyed<>(found, digest))
                : Optional.empty();
    }

    private final class MapShows implements Shows, ShowLock {
        @Override
        public boolean add(Show show, @Nullable IdempotencyKey key) {
            if (!use(null, key, show.id())) {
                return false;
            }
            write(show.id(), show);
            addSeats(show, 1);
            return true;
        }

        @Override
        public void update(Show show) {
            requireLocked(show.id());
            int seatsSoFar = find(show.id()).orElseThrow().plan().totalSeats();
            write(show.id(), show);
            addSeats(show, seatsSoFar + 1);
        }

        private void addSeats(Show show, int first) {
            for (int number = first; number <= show.plan().totalSeats(); number++) {
                var seat = Seat.free(show.id(), new SeatNumber(number));
                write(new SeatKey(show.id(), seat.number()), seat);
            }
        }

        @Override
        public Optional<Show> lock(ShowId id) {
            if (read(id) != null) {
                InMemoryWorld.this.lock(id);
            }
            return find(id);
        }

        @Override
        public Optional<Keyed<Show>> findMadeWith(IdempotencyKey key) {
            return madeWith(null, key, ShowId.class, this::find);
        }

        @Override
        public Optional<Show> find(ShowId id) {
            return Optional.ofNullable((Show) read(id));
        }

        @Override
        public Map<ShowId, Show> find(Collection<ShowId> ids) {
            return readAll(Show.class).stream()
                    .filter(show -> ids.contains(show.id()))
                    .collect(Collectors.toMap(Show::id, show -> show));
        }

        @Override
        public List<Show> list(ShowQuery query) {
            return readAll(Show.class).stream()
                    .filter(show -> fits(show, query))
                    .sorted(Comparator.comparing(Show::startTime)
                            .thenComparing(show -> show.id().toString()))
                    .filter(show -> isBehind(show, query.after()))
                    .limit(query.limit())
                    .toList();
        }

        private boolean fits(Show show, ShowQuery query) {
            Instant from = query.from() == null ? now() : query.from();
            return !show.startTime().isBefore(from)
                    && (query.to() == null || show.startTime().isBefore(query.to()))
                    && (query.type() == null || show.type() == query.type())
                    && (query.namePart() == null
                            || lowerCase(show.name().value()).contains(lowerCase(query.namePart())));
        }

        private static String lowerCase(String text) {
            return text.toLowerCase(Locale.ROOT);
        }

        private static boolean isBehind(Show show, ShowQuery.@Nullable Key after) {
            if (after == null) {
                return true;
            }
            int byTime = show.startTime().compareTo(after.startTime());
            return byTime > 0
                    || (byTime == 0 && show.id().toString().compareTo(after.id().toString()) > 0);
        }
    }

    private final class MapSeats implements SeatLock, SeatMaps {
        @Override
        public Map<ShowId, LockedSeats> take(Map<ShowId, SortedSet<SeatNumber>> wanted) {
            var locked = new HashMap<ShowId, LockedSeats>();
            wanted.forEach((show, numbers) -> locked.put(show, locked(show, numbers, key -> tryLock(key))));
            return locked;
        }

        @Override
        public LockedSeats await(ShowId show, SortedSet<SeatNumber> numbers) {
            return locked(show, numbers, key -> {
                lock(key);
                return true;
            });
        }

        @Override
        public LockedSeats awaitAll(ShowId show) {
            var all = new TreeSet<SeatNumber>();
            seatsOf(show).map(Seat::number).forEach(all::add);
            return await(show, all);
        }

        private LockedSeats locked(ShowId show, SortedSet<SeatNumber> numbers, Predicate<SeatKey> locking) {
            var locked = new ArrayList<Seat>();
            var contested = new TreeSet<>(numbers);
            for (SeatNumber number : numbers) {
                var key = new SeatKey(show, number);
                if (read(key) != null && locking.test(key) && read(key) instanceof Seat seat) {
                    locked.add(seat);
                    contested.remove(number);
                }
            }
            return new LockedSeats(show, now(), locked, contested);
        }

        @Override
        public void store(Collection<LockedSeats> seats) {
            seats.stream().flatMap(locked -> locked.changed().stream()).forEach(this::store);
        }

        private void store(Seat seat) {
            var key = new SeatKey(seat.show(), seat.number());
            requireLocked(key);
            write(key, seat);
        }

        @Override
        public SeatMap of(ShowId show) {
            return SeatMap.at(now(), show, seatsOf(show).toList());
        }

        @Override
        public Availability availability(ShowId show) {
            return new Availability(
                    show,
                    count(show, SeatStatus.AVAILABLE),
                    count(show, SeatStatus.HELD),
                    count(show, SeatStatus.BOOKED),
                    count(show, SeatStatus.BLOCKED));
        }

        private int count(ShowId show, SeatStatus status) {
            Instant time = now();
            return Math.toIntExact(
                    seatsOf(show).filter(seat -> seat.statusAt(time) == status).count());
        }

        @Override
        public FreeSeats free(ShowId show) {
            Instant time = now();
            return FreeSeats.of(seatsOf(show)
                    .filter(seat -> seat.isFreeAt(time))
                    .map(Seat::number)
                    .toList());
        }

        private Stream<Seat> seatsOf(ShowId show) {
            return readAll(Seat.class).stream()
                    .filter(seat -> seat.show().equals(show))
                    .sorted(Comparator.comparing(Seat::number));
        }
    }

    private final class MapLedger implements SalesLedger {
        @Override
        public Set<BookingId> enter(Collection<NewBooking> bookings, Collection<LockedSeats> locked) {
            Set<BookingId> entered = bookings.stream()
                    .sorted(Comparator.comparing(NewBooking::toString))
                    .filter(this::enter)
                    .map(added -> added.booking().id())
                    .collect(Collectors.toSet());
            Set<BookingId> refused = bookings.stream()
                    .map(added -> added.booking().id())
                    .filter(id -> !entered.contains(id))
                    .collect(Collectors.toSet());
            for (LockedSeats ofShow : locked) {
                for (Seat seat : ofShow.changed()) {
                    if (entered.stream().anyMatch(seat::names)) {
                        seats.store(seat);
                    } else if (refused.stream().noneMatch(seat::names)) {
                        throw new IllegalStateException("Seat " + seat.number() + " is of none of the bookings");
                    }
                }
            }
            return entered;
        }

        @Override
        public void amend(Booking booking, LockedSeats locked) {
            requireLocked(booking.id());
            write(booking.id(), booking);
            seats.store(locked);
        }

        private boolean enter(NewBooking added) {
            Show show = added.show();
            boolean unchanged = shows.find(show.id())
                    .filter(stored -> stored.version() == show.version() && stored.status() == ShowStatus.SCHEDULED)
                    .isPresent();
            if (!unchanged || !use(show.id(), added.key(), added.booking().id())) {
                return false;
            }
            write(added.booking().id(), added.booking());
            return true;
        }
    }

    private final class MapBookings implements Bookings, BookingLock, ExpiredHolds {
        @Override
        public void endAll(ShowId show, Instant time) {
            readAll(Booking.class).stream()
                    .filter(booking -> booking.show().equals(show))
                    .map(booking -> booking.asOf(time))
                    .map(booking -> booking.isLive() ? booking.cancel(time) : booking)
                    .forEach(booking -> write(booking.id(), booking));
        }

        @Override
        public Map<BookingKey, Keyed<Booking>> findMadeWith(Collection<BookingKey> keys) {
            var made = new HashMap<BookingKey, Keyed<Booking>>();
            keys.forEach(key -> madeWith(key.show(), key.key(), BookingId.class, this::find)
                    .ifPresent(keyed -> made.put(key, keyed)));
            return made;
        }

        @Override
        public Map<Buyer, BuyersSeats> countSeats(Collection<Buyer> buyers) {
            buyers.forEach(this::failRunOutHolds);
            return buyers.stream()
                    .collect(Collectors.toMap(
                            buyer -> buyer,
                            buyer -> new BuyersSeats(
                                    countSeats(buyer, Booking::isLive),
                                    countSeats(buyer, booking -> booking.status() == BookingStatus.PENDING))));
        }

        private void failRunOutHolds(Buyer buyer) {
            Instant time = now();
            bookingsOf(buyer)
                    .filter(booking -> !booking.asOf(time).equals(booking))
                    .map(Booking::id)
                    .forEach(id -> {
                        InMemoryWorld.this.lock(id);
                        write(id, find(id).orElseThrow());
                    });
        }

        private Stream<Booking> bookingsOf(Buyer buyer) {
            return readAll(Booking.class).stream()
                    .filter(booking -> booking.show().equals(buyer.show())
                            && booking.user().equals(buyer.user()));
        }

        private int countSeats(Buyer buyer, Predicate<Booking> which) {
            Instant time = now();
            return bookingsOf(buyer)
                    .map(booking -> booking.asOf(time))
                    .filter(which)
                    .mapToInt(booking -> booking.seats().size())
                    .sum();
        }

        @Override
        public List<Booking> list(ShowBookingsQuery query) {
            Instant time = now();
            BookingId after = query.after();
            return readAll(Booking.class).stream()
                    .filter(booking -> booking.show().equals(query.show()))
                    .map(booking -> booking.asOf(time))
                    .filter(booking -> query.status() == null || booking.status() == query.status())
                    .filter(booking -> after == null || booking.id().toString().compareTo(after.toString()) < 0)
                    .sorted(Comparator.comparing(
                                    (Booking booking) -> booking.id().toString())
                            .reversed())
                    .limit(query.limit())
                    .toList();
        }

        @Override
        public Optional<Booking> find(BookingId id) {
            return Optional.ofNullable((Booking) read(id)).map(booking -> booking.asOf(now()));
        }

        @Override
        public List<Booking> list(BookingQuery query) {
            Instant time = now();
            return readAll(Booking.class).stream()
                    .filter(booking -> booking.user().equals(query.user()))
                    .map(booking -> booking.asOf(time))
                    .filter(booking -> query.status() == null || booking.status() == query.status())
                    .filter(booking -> isBehind(booking, query.after()))
                    .sorted(Comparator.comparing(Booking::createdAt)
                            .thenComparing(booking -> booking.id().toString())
                            .reversed())
                    .limit(query.limit())
                    .toList();
        }

        private static boolean isBehind(Booking booking, BookingQuery.@Nullable Key after) {
            if (after == null) {
                return true;
            }
            int byTime = booking.createdAt().compareTo(after.createdAt());
            return byTime < 0
                    || (byTime == 0
                            && booking.id().toString().compareTo(after.id().toString()) < 0);
        }

        @Override
        public Optional<Booking> lock(ShowId show, BookingId id) {
            if (!isOf(show, id)) {
                return Optional.empty();
            }
            InMemoryWorld.this.lock(id);
            return Optional.ofNullable((Booking) read(id));
        }

        private boolean isOf(ShowId show, BookingId id) {
            return read(id) instanceof Booking booking && booking.show().equals(show);
        }

        @Override
        public int mark(int limit) {
            Instant time = now();
            List<Booking> due = readAll(Booking.class).stream()
                    .filter(booking -> booking.status() == BookingStatus.PENDING)
                    .filter(booking -> booking.asOf(time).status() == BookingStatus.FAILED)
                    .filter(booking -> tryLock(booking.id()))
                    .limit(limit)
                    .toList();
            due.forEach(booking -> write(booking.id(), booking.asOf(time)));
            return due.size();
        }
    }
}
