package com.modex.booking.adapter.rest.limit;

import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderBuildStage;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderCapacityStage;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How many requests a second each caller may send in the long run; for a while it may be more, see {@link #burst}. */
record Rate(int perSecond) {
    static final int MAX = 1_000_000;
    static final int BURST_SECONDS = 10;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");

    /**
     * Reads the setting; empty if it turns the limit off.
     *
     * @throws InvalidRateException if it is neither {@code off} nor a whole number from 1 to {@value #MAX}
     */
    static Optional<Rate> parse(String setting) {
        if (setting.equals(LimitConfiguration.OFF)) {
            return Optional.empty();
        }
        if (NUMBER.matcher(setting).matches()) {
            int perSecond = Integer.parseInt(setting);
            if (perSecond >= 1 && perSecond <= MAX) {
                return Optional.of(new Rate(perSecond));
            }
        }
        throw new InvalidRateException(setting);
    }

    /** What a caller who was quiet for {@value #BURST_SECONDS} seconds may send at once. */
    long burst() {
        return (long) perSecond * BURST_SECONDS;
    }

    /** The same for a bucket: it holds a burst, and is filled by and by. */
    BandwidthBuilderBuildStage limit(BandwidthBuilderCapacityStage bucket) {
        return bucket.capacity(burst()).refillGreedy(perSecond, Duration.ofSeconds(1));
    }
}
