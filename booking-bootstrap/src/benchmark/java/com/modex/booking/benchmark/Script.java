package com.modex.booking.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * What the callers of one run ask for. Each caller has one request under way at a time. All calls come from one thread, so
 * that scripts need no locks.
 */
interface Script {

    /** The caller's next request, or {@code null} if it is done for good. */
    @Nullable
    Call next(int caller);

    /**
     * What came of the caller's last request.
     *
     * @param status 0 if no answer came
     * @param location the header's value, or an empty text
     * @return whether an operation of this script was brought to its end, as against refused, failed or half done
     */
    boolean answered(int caller, int status, String location);
}
