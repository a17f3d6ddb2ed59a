package com.modex.booking.adapter.rest.bulkhead;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** So many places, of which each caller may have some, and a short wait for one. */
final class BodyPlaces {
    private final int places;
    private final int placesOfOneCaller;
    private final Duration patience;
    private final Map<String, Integer> taken = new HashMap<>();
    private int allTaken;

    BodyPlaces(int places, int placesOfOneCaller, Duration patience) {
        this.places = places;
        this.placesOfOneCaller = placesOfOneCaller;
        this.patience = patience;
    }

    /** Whether a place was had; who has one must {@link #leave}. */
    synchronized boolean enter(String caller) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (allTaken == places || takenBy(caller) == placesOfOneCaller) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        allTaken++;
        taken.merge(caller, 1, Integer::sum);
        return true;
    }

    synchronized void leave(String caller) {
        allTaken--;
        taken.computeIfPresent(caller, (_, places) -> places == 1 ? null : places - 1);
        notifyAll();
    }

    private int takenBy(String caller) {
        return taken.getOrDefault(caller, 0);
    }
}
