package com.modex.booking.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sets each scenario up, plays it, and keeps what was promised. Shows are new for each play. */
final class Stage implements AutoCloseable {

    private static final int SEATS = 1_000;
    private static final int LARGE = 5_000;
    private static final int SMALL = 500;
    private static final int USERS = 200;

    /** Bookings a second to be ready for before any has been measured. */
    private static final double FIRST_GUESS = 5_000;

    private final Postgres postgres;
    private final BookingProcess server;
    private final BoxOffice office;
    private final Buyers buyers;
    private final HttpLoad http;
    private final BareJdbc jdbc;
    private final int callers;
    private final List<String> large;
    private final Map<Scenario, Double> pace = new EnumMap<>(Scenario.class);
    private int plays;
    private long unsold;

    Stage(Postgres postgres, BookingProcess server, CpuMeter meter, int callers)
            throws IOException, InterruptedException {
        this.postgres = postgres;
        this.server = server;
        this.callers = callers;
        this.office = new BoxOffice(server.uri());
        this.buyers = office.buyers(USERS);
        this.http = new HttpLoad(server.uri(), meter);
        this.jdbc = new BareJdbc(postgres, meter);
        this.large = office.schedule(4, LARGE);
    }

    Outcome play(Scenario scenario, Duration time) throws IOException, SQLException, InterruptedException {
        plays++;
        Promises promises = new Promises();
        Outcome outcome =
                switch (scenario) {
                    case BARE_JDBC -> {
                        Deck deck = deck(scenario, time);
                        yield jdbc.keepUp(time, deck, promises);
                    }
                    case ONE_STEP ->
                        http.keepUp(callers, time, new OneStepBooking(deck(scenario, time), buyers, promises, callers));
                    case HOLD_CONFIRM -> {
                        HoldThenConfirm script = new HoldThenConfirm(deck(scenario, time), buyers, promises, callers);
                        Outcome held = http.keepUp(callers, time, script);
                        script.keepWhatIsHeld();
                        yield held;
                    }
                    case STAMPEDE -> {
                        String show = office.schedule(1, Stampede.SEATS).getFirst();
                        postgres.settle();
                        Outcome rush = http.rush(Stampede.BUYERS, new Stampede(show, buyers, promises, plays));
                        unsold += Stampede.SEATS - promises.kept();
                        yield rush;
                    }
                    case SEAT_MAP -> http.keepUp(callers / 2, time, Reading.seatMaps(large));
                    case MIXED -> {
                        List<String> shows = office.schedule(100, SMALL);
                        postgres.settle();
                        OneStepBooking booking =
                                new OneStepBooking(new Deck(shows, SMALL, plays), buyers, promises, callers);
                        yield http.keepUp(callers, time, new Mixed(shows, booking, callers, plays));
                    }
                };
        if (!server.isAlive()) {
            throw new IllegalStateException(
                    "The server ended during %s; server.log says why".formatted(scenario.title()));
        }
        promises.writeTo(postgres);
        pace.merge(scenario, outcome.perSecond(), Math::max);
        return outcome;
    }

    /** Seats of the stampedes' houses that no buyer was told of. */
    long unsold() {
        return unsold;
    }

    @Override
    public void close() {
        office.close();
    }

    /** Enough pairs for the time, with room for a better pace than any so far. */
    private Deck deck(Scenario scenario, Duration time) throws SQLException, InterruptedException {
        double bookings = 2 * pace.getOrDefault(scenario, FIRST_GUESS) * time.toMillis() / 1e3;
        int shows = (int) Math.ceil((bookings + SEATS) * 2 / SEATS);
        Deck deck = new Deck(office.schedule(shows, SEATS), SEATS, plays);
        postgres.settle();
        return deck;
    }
}
