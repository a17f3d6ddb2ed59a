package com.modex.booking.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures, sweeps, writes and prints the report; ends with 1 if the sweep found anything. */
public final class Main {

    private final Settings settings;

    private Main(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        boolean clean = new Main(Settings.fromSystemProperties()).run();
        // Hyperfoil leaves threads behind that nobody waits for.
        System.exit(clean ? 0 : 1);
    }

    private boolean run() throws IOException, SQLException, InterruptedException {
        Files.createDirectories(settings.directory());
        try (Postgres postgres = Postgres.start(settings.directory());
                BookingProcess server = BookingProcess.start(settings, postgres.jdbcUrl());
                CpuMeter meter = CpuMeter.of(server.handle(), postgres.postmaster())) {
            say("The server was ready after %.1f s", server.startedIn().toMillis() / 1e3);
            Promises.createTable(postgres);
            return settings.growth() ? growth(postgres, server, meter) : scenarios(postgres, server, meter);
        }
    }

    private boolean growth(Postgres postgres, BookingProcess server, CpuMeter meter)
            throws IOException, SQLException, InterruptedException {
        String report;
        try (Growth growth = new Growth(settings, postgres, server, meter)) {
            report = growth.measure();
        }
        Map<String, Long> sweep = sweep(postgres);
        conditions(postgres).forEach(line -> System.out.println("- " + line));
        System.out.println(report);
        sweep.forEach((check, found) -> System.out.println("- " + check + ": " + found));
        say("Written to %s", settings.directory().resolve("growth.md"));
        return isClean(sweep);
    }

    private boolean scenarios(Postgres postgres, BookingProcess server, CpuMeter meter)
            throws IOException, SQLException, InterruptedException {
        Map<Scenario, List<Outcome>> outcomes = new EnumMap<>(Scenario.class);
        long unsold;
        try (Stage stage = new Stage(postgres, server, meter, settings.callers())) {
            for (Scenario scenario : settings.scenarios()) {
                Duration time = settings.warmup().dividedBy(scenario == Scenario.ONE_STEP ? 1 : 3);
                say("Warming up: %s", scenario.title());
                stage.play(scenario, time);
            }
            for (int repetition = 1; repetition <= settings.repetitions(); repetition++) {
                for (Scenario scenario : settings.scenarios()) {
                    Outcome outcome = stage.play(scenario, settings.time());
                    say(
                            "%d/%d %s: %s a second",
                            repetition, settings.repetitions(), scenario.title(), Report.whole(outcome.perSecond()));
                    outcomes.computeIfAbsent(scenario, first -> new ArrayList<>())
                            .add(outcome);
                }
            }
            unsold = stage.unsold();
        }
        Map<String, Long> sweep = sweep(postgres);
        sweep.put("seats of stampedes that no buyer was told of", unsold);
        List<Repetitions> rows = outcomes.entrySet().stream()
                .map(entry -> new Repetitions(entry.getKey(), entry.getValue()))
                .toList();
        Report report = new Report(conditions(postgres), rows, sweep);
        report.writeTo(settings.directory());
        System.out.println();
        System.out.println(report.markdown());
        say("Written to %s", settings.directory());
        return isClean(sweep);
    }

    private static Map<String, Long> sweep(Postgres postgres) throws SQLException {
        say("Sweeping %s bookings", postgres.text("SELECT count(*) FROM bookings"));
        Map<String, Long> found = Sweep.of(postgres);
        Promises.dropTable(postgres);
        return found;
    }

    private static boolean isClean(Map<String, Long> sweep) {
        return sweep.values().stream().allMatch(found -> found == 0);
    }

    private List<String> conditions(Postgres postgres) throws SQLException {
        return List.of(
                Machine.description(),
                "PostgreSQL %s, %s".formatted(postgres.text("SHOW server_version"), postgres.durability()),
                "the server by `java -Xmx%s -jar booking.jar`, all on one machine over loopback"
                        .formatted(settings.heap()),
                "%d repetitions of %.1f s after %.0f s of warm-up; %d callers, half as many for the seat map"
                        .formatted(
                                settings.repetitions(),
                                settings.time().toMillis() / 1e3,
                                settings.warmup().toMillis() / 1e3,
                                settings.callers()));
    }

    static void say(String format, Object... arguments) {
        System.out.printf("[benchmark] " + format + "%n", arguments);
    }
}
