package com.modex.booking.benchmark;

import java.util.List;

/** Users and their tokens; callers take turns at them. */
record Buyers(List<String> names, List<String> tokens) {

    String name(int caller) {
        return names.get(caller % names.size());
    }

    String token(int caller) {
        return tokens.get(caller % tokens.size());
    }
}
