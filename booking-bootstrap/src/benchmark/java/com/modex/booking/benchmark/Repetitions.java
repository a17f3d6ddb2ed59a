package com.modex.booking.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** All outcomes of one scenario: medians, and how far they lie apart. */
record Repetitions(Scenario scenario, List<Outcome> outcomes) {

    double median(ToDoubleFunction<Outcome> figure) {
        double[] sorted = sorted(figure);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least(ToDoubleFunction<Outcome> figure) {
        return sorted(figure)[0];
    }

    double most(ToDoubleFunction<Outcome> figure) {
        return sorted(figure)[outcomes.size() - 1];
    }

    double sum(ToDoubleFunction<Outcome> figure) {
        return outcomes.stream().mapToDouble(figure).sum();
    }

    private double[] sorted(ToDoubleFunction<Outcome> figure) {
        return outcomes.stream().mapToDouble(figure).sorted().toArray();
    }
}
