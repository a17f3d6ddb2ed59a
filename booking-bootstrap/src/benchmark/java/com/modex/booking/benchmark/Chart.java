package com.modex.booking.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * Two panels as SVG: operations a second, with the spread of the repetitions, and the latency from p50 to p99. Written by
 * hand, since what draws through AWT needs fonts that a build machine may not have.
 */
final class Chart {

    private static final int LABELS = 150;
    private static final int PANEL = 330;
    private static final int GAP = 60;
    private static final int ROW = 34;
    private static final int TOP = 60;
    private static final int WIDTH = LABELS + PANEL + GAP + PANEL + 40;

    private static final String INK = "#1f2933";
    private static final String FAINT = "#cbd2d9";
    private static final String BOOKINGS = "#2f6fab";
    private static final String OTHERS = "#7b8794";

    private final List<Repetitions> rows;
    private final double mostPerSecond;
    private final double leastMillis;
    private final double mostMillis;

    Chart(List<Repetitions> rows) {
        this.rows = rows;
        this.mostPerSecond = rows.stream()
                .mapToDouble(row -> row.most(Outcome::perSecond))
                .max()
                .orElse(1);
        this.leastMillis = decade(rows.stream()
                .mapToDouble(row -> row.median(outcome -> outcome.millis(50)))
                .min()
                .orElse(1));
        this.mostMillis = 10
                * decade(rows.stream()
                        .mapToDouble(row -> row.median(outcome -> outcome.millis(99)))
                        .max()
                        .orElse(1));
    }

    String svg() {
        int height = TOP + ROW * rows.size() + 40;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                .formatted(WIDTH, height, WIDTH, height));
        svg.append(" font-family=\"sans-serif\" font-size=\"12\" fill=\"%s\">%n".formatted(INK));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text(svg, LABELS, 24, "start", "Operations a second (line: least to most)");
        text(svg, LABELS + PANEL + GAP, 24, "start", "Latency of a request, ms (p50 · p95 · p99, log scale)");
        grid(svg, TOP + ROW * rows.size());
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), TOP + ROW * i + ROW / 2);
        }
        return svg.append("</svg>\n").toString();
    }

    private void grid(StringBuilder svg, int bottom) {
        for (double millis = leastMillis; millis <= mostMillis * 1.001; millis *= 10) {
            line(svg, x(millis), TOP - 6, x(millis), bottom, FAINT, 1);
            text(
                    svg,
                    x(millis),
                    bottom + 18,
                    "middle",
                    String.format(Locale.ROOT, millis < 1 ? "%.2g" : "%.0f", millis));
        }
        line(svg, LABELS, TOP - 6, LABELS, bottom, FAINT, 1);
    }

    private void row(StringBuilder svg, Repetitions row, int y) {
        String colour = row.scenario().isBooking() ? BOOKINGS : OTHERS;
        double rate = row.median(Outcome::perSecond);
        text(svg, LABELS - 8, y + 4, "end", row.scenario().title());
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%s\" height=\"16\" fill=\"%s\"/>%n"
                .formatted(LABELS, y - 8, coordinate(width(rate)), colour));
        line(
                svg,
                LABELS + width(row.least(Outcome::perSecond)),
                y,
                LABELS + width(row.most(Outcome::perSecond)),
                y,
                INK,
                2);
        text(svg, LABELS + width(row.most(Outcome::perSecond)) + 6, y + 4, "start", Report.whole(rate));
        double median = row.median(outcome -> outcome.millis(50));
        double slow = row.median(outcome -> outcome.millis(95));
        double slowest = row.median(outcome -> outcome.millis(99));
        line(svg, x(median), y, x(slowest), y, colour, 3);
        for (double millis : new double[] {median, slow, slowest}) {
            svg.append("<circle cx=\"%s\" cy=\"%d\" r=\"5\" fill=\"%s\" stroke=\"white\"/>%n"
                    .formatted(coordinate(x(millis)), y, colour));
        }
    }

    private double width(double perSecond) {
        // Room is left for the figure behind the longest bar.
        return (PANEL - 50) * perSecond / mostPerSecond;
    }

    private double x(double millis) {
        double share = Math.log10(millis / leastMillis) / Math.log10(mostMillis / leastMillis);
        return LABELS + PANEL + GAP + PANEL * share;
    }

    private static double decade(double figure) {
        return Math.pow(10, Math.floor(Math.log10(Math.max(figure, 0.01))));
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2, String colour, int width) {
        svg.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%d\"/>%n"
                .formatted(coordinate(x1), coordinate(y1), coordinate(x2), coordinate(y2), colour, width));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>%n"
                .formatted(coordinate(x), coordinate(y), anchor, words));
    }

    private static String coordinate(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }
}
