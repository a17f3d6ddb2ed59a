package com.modex.booking.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a booking costs as shows get larger and as shows and bookings get more. Two callers, so that it is the cost that
 * shows and not how long the queue is.
 */
final class Growth implements AutoCloseable {

    private static final int CALLERS = 2;
    private static final int MOST_PER_SECOND = 4_000;
    private static final List<Integer> SEATS = List.of(100, 1_000, 10_000, 100_000);

    private final Settings settings;
    private final Postgres postgres;
    private final BoxOffice office;
    private final Buyers buyers;
    private final HttpLoad http;
    private final Promises promises = new Promises();
    private final StringBuilder report = new StringBuilder();

    Growth(Settings settings, Postgres postgres, BookingProcess server, CpuMeter meter)
            throws IOException, InterruptedException {
        this.settings = settings;
        this.postgres = postgres;
        this.office = new BoxOffice(server.uri());
        this.buyers = office.buyers(20);
        this.http = new HttpLoad(server.uri(), meter);
    }

    /** The tables as Markdown. */
    String measure() throws IOException, SQLException, InterruptedException {
        warmUp();
        head("A booking, by the seats of its show");
        for (int seats : SEATS) {
            Deck deck = newShows(seats);
            postgres.settle();
            measure("%,d seats".formatted(seats), oneStep(deck));
        }
        head("A booking, by what is there already (1,000 bookings a show)");
        Filling filling =
                new Filling(postgres, office.schedule(1, Filling.SEATS).getFirst());
        for (int shows : settings.growthShows()) {
            filling.growTo(shows);
            postgres.settle();
            String size = "%,d shows, %,d bookings".formatted(shows, (long) shows * Filling.BOOKINGS);
            Deck deck = filling.deck(shows);
            measure(size, oneStep(deck));
            HoldThenConfirm script = new HoldThenConfirm(deck, buyers, promises, CALLERS);
            measure(size + ", hold → confirm", script);
            script.keepWhatIsHeld();
        }
        promises.writeTo(postgres);
        Files.writeString(settings.directory().resolve("growth.md"), report);
        return report.toString();
    }

    @Override
    public void close() {
        office.close();
    }

    /** With many callers, so that what compiles the code has seen it often. */
    private void warmUp() throws InterruptedException {
        int callers = settings.callers();
        http.keepUp(callers, settings.warmup(), new OneStepBooking(newShows(1_000), buyers, promises, callers));
        HoldThenConfirm script = new HoldThenConfirm(newShows(1_000), buyers, promises, callers);
        http.keepUp(callers, settings.warmup().dividedBy(2), script);
        script.keepWhatIsHeld();
    }

    private Script oneStep(Deck deck) {
        return new OneStepBooking(deck, buyers, promises, CALLERS);
    }

    private Deck newShows(int seats) throws InterruptedException {
        long plays = settings.repetitions() * settings.time().plusSeconds(1).toSeconds();
        int shows = (int) Math.ceilDiv(plays * MOST_PER_SECOND * 2, (long) seats);
        return new Deck(office.schedule(shows, seats), seats, seats);
    }

    private void head(String title) {
        report.append("\n## %s%n%n".formatted(title));
        report.append(
                "| | a second | p50 ms | p95 ms | p99 ms | refused | server µs each | PostgreSQL µs each"
                        + " | heap-only updates of seats | dead rows of seats | seats MB (indexes) | bookings MB (indexes) |\n");
        report.append("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
    }

    private void measure(String name, Script script) throws SQLException, InterruptedException {
        TableUse before = TableUse.of(postgres, "seats");
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < settings.repetitions(); i++) {
            outcomes.add(http.keepUp(CALLERS, settings.time(), script));
        }
        TableUse seats = TableUse.of(postgres, "seats");
        TableUse bookings = TableUse.of(postgres, "bookings");
        Repetitions figures = new Repetitions(Scenario.ONE_STEP, outcomes);
        String line = "| "
                + String.join(
                        " | ",
                        name,
                        Report.whole(figures.median(Outcome::perSecond)),
                        Report.number("%.2f", figures.median(outcome -> outcome.millis(50))),
                        Report.number("%.2f", figures.median(outcome -> outcome.millis(95))),
                        Report.number("%.2f", figures.median(outcome -> outcome.millis(99))),
                        Report.whole(figures.sum(Outcome::refused)),
                        Report.whole(figures.median(outcome ->
                                outcome.microsPerOperation(outcome.cores().server()))),
                        Report.whole(figures.median(outcome ->
                                outcome.microsPerOperation(outcome.cores().postgres()))),
                        Report.number("%.1f%%", 100 * seats.heapOnlyShareSince(before)),
                        Report.whole((double) seats.dead()),
                        megabytes(seats),
                        megabytes(bookings))
                + " |\n";
        report.append(line);
        Main.say("%s", line.strip());
    }

    private static String megabytes(TableUse use) {
        return "%s (%s)"
                .formatted(
                        Report.whole(use.tableBytes() / (double) (1 << 20)),
                        Report.whole(use.indexBytes() / (double) (1 << 20)));
    }
}
