package com.modex.booking.adapter.rest.bulkhead;

import java.util.HashMap;
import java.util.Map;

/** So many places, of which each caller may have a few. Nobody waits for one. */
final class BodyPlaces {
    private final int places;
    private final int placesOfOneCaller;
    private final Map<String, Integer> taken = new HashMap<>();
    private int allTaken;

    BodyPlaces(int places, int placesOfOneCaller) {
        this.places = places;
        this.placesOfOneCaller = placesOfOneCaller;
    }

    /** Whether a place was had; who has one must {@link #leave}. */
    synchronized boolean enter(String caller) {
        int callers = taken.getOrDefault(caller, 0);
        if (allTaken == places || callers == placesOfOneCaller) {
            return false;
        }
        allTaken++;
        taken.put(caller, callers + 1);
        return true;
    }

    synchronized void leave(String caller) {
        allTaken--;
        taken.computeIfPresent(caller, (_, callers) -> callers == 1 ? null : callers - 1);
    }
}
