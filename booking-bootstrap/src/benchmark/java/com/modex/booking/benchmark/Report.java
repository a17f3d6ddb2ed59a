package com.modex.booking.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures as a Markdown table for people, and every single repetition as CSV for programs. */
record Report(List<String> conditions, List<Repetitions> rows, Map<String, Long> sweep) {

    void writeTo(Path directory) throws IOException {
        Files.writeString(directory.resolve("benchmark.md"), markdown());
        Files.writeString(directory.resolve("benchmark.csv"), csv());
        Files.writeString(directory.resolve("benchmark.svg"), new Chart(rows).svg());
    }

    String markdown() {
        StringBuilder text = new StringBuilder("# Benchmark\n\n");
        conditions.forEach(line -> text.append("- ").append(line).append('\n'));
        text.append(
                "\nMedians of the repetitions, in brackets the least and the most. Latency is of a single request.\n\n");
        text.append(
                "| scenario | a second | of bare JDBC | p50 ms | p95 ms | p99 ms | refused | failed | lost"
                        + " | generator cores (share) | server cores | PostgreSQL cores | others' cores | server + PostgreSQL µs each |\n");
        text.append("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        rows.forEach(row -> text.append(line(row)));
        text.append('\n');
        rows.forEach(row -> text.append("- ")
                .append(row.scenario().title())
                .append(": ")
                .append(row.scenario().description())
                .append('\n'));
        text.append("\n| sweep over the tables afterwards | found |\n|---|---|\n");
        sweep.forEach((check, found) ->
                text.append("| ").append(check).append(" | ").append(found).append(" |\n"));
        return text.toString();
    }

    private String line(Repetitions row) {
        double bare = rows.stream()
                .filter(other -> other.scenario() == Scenario.BARE_JDBC)
                .mapToDouble(other -> other.median(Outcome::perSecond))
                .findFirst()
                .orElse(Double.NaN);
        List<String> cells = new ArrayList<>();
        cells.add(row.scenario().title());
        cells.add("%s (%s–%s)"
                .formatted(
                        whole(row.median(Outcome::perSecond)),
                        whole(row.least(Outcome::perSecond)),
                        whole(row.most(Outcome::perSecond))));
        cells.add(row.scenario().isBooking() ? number("%.0f%%", 100 * row.median(Outcome::perSecond) / bare) : "");
        cells.add(number("%.2f", row.median(outcome -> outcome.millis(50))));
        cells.add(number("%.2f", row.median(outcome -> outcome.millis(95))));
        cells.add(number("%.2f", row.median(outcome -> outcome.millis(99))));
        cells.add(whole(row.sum(Outcome::refused)));
        cells.add(whole(row.sum(Outcome::failed)));
        cells.add(whole(row.sum(Outcome::lost)));
        cells.add("%s (%s)"
                .formatted(
                        number("%.2f", row.median(outcome -> outcome.cores().generator())),
                        number(
                                "%.0f%%",
                                100 * row.median(outcome -> outcome.cores().generatorShare()))));
        cells.add(number("%.2f", row.median(outcome -> outcome.cores().server())));
        cells.add(number("%.2f", row.median(outcome -> outcome.cores().postgres())));
        cells.add(number("%.2f", row.median(outcome -> outcome.cores().others())));
        cells.add(number("%.0f", row.median(Report::microsOfBoth)));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static double microsOfBoth(Outcome outcome) {
        return outcome.microsPerOperation(
                outcome.cores().server() + outcome.cores().postgres());
    }

    private String csv() {
        Map<String, ToDoubleFunction<Outcome>> columns = new LinkedHashMap<>();
        columns.put("per_second", Outcome::perSecond);
        columns.put("operations", Outcome::operations);
        columns.put("refused", Outcome::refused);
        columns.put("failed", Outcome::failed);
        columns.put("lost", Outcome::lost);
        columns.put("seconds", outcome -> outcome.elapsed().toNanos() / 1e9);
        columns.put("p50_ms", outcome -> outcome.millis(50));
        columns.put("p95_ms", outcome -> outcome.millis(95));
        columns.put("p99_ms", outcome -> outcome.millis(99));
        columns.put("max_ms", outcome -> outcome.millis(100));
        columns.put("generator_cores", outcome -> outcome.cores().generator());
        columns.put("server_cores", outcome -> outcome.cores().server());
        columns.put("postgres_cores", outcome -> outcome.cores().postgres());
        columns.put("others_cores", outcome -> outcome.cores().others());
        StringBuilder text = new StringBuilder("scenario,repetition,")
                .append(String.join(",", columns.keySet()))
                .append('\n');
        for (Repetitions row : rows) {
            for (int i = 0; i < row.outcomes().size(); i++) {
                Outcome outcome = row.outcomes().get(i);
                text.append(row.scenario()).append(',').append(i + 1);
                columns.values()
                        .forEach(figure -> text.append(',').append(number("%.3f", figure.applyAsDouble(outcome))));
                text.append('\n');
            }
        }
        return text.toString();
    }

    static String whole(double figure) {
        return number("%,.0f", figure);
    }

    /** As the figure reads anywhere; a dash if there is none. */
    static String number(String format, double figure) {
        return Double.isNaN(figure) ? "–" : String.format(Locale.ROOT, format, figure);
    }
}
