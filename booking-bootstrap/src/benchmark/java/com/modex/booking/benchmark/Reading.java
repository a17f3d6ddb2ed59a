package com.modex.booking.benchmark;

import java.util.List;

/** Anybody looks at seat maps. */
final class Reading implements Script {

    private final List<String> paths;
    private int asked;

    private Reading(List<String> paths) {
        this.paths = paths;
    }

    /** The seat maps of these shows in turn. */
    static Reading seatMaps(List<String> shows) {
        return new Reading(shows.stream().map(Reading::seatMap).toList());
    }

    static String seatMap(String show) {
        return "/v1/shows/" + show + "/seats";
    }

    @Override
    public Call next(int caller) {
        return Call.get(paths.get(asked++ % paths.size()));
    }

    @Override
    public boolean answered(int caller, int status, String location) {
        return status == 200;
    }
}
