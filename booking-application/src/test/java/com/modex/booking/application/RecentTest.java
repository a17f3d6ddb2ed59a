package com.modex.booking.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {
    /** A text weighs as much as it is long. */
    private final Recent<Integer, String> recent = new Recent<>(10, String::length);

    @Test
    void whatHasNotBeenAskedForLongestGoesFirst() {
        recent.put(1, "aaaa");
        recent.put(2, "bbbb");
        recent.get(1);

        recent.put(3, "cccc");

        assertThat(recent.get(1)).isEqualTo("aaaa");
        assertThat(recent.get(2)).isNull();
        assertThat(recent.get(3)).isEqualTo("cccc");
    }

    @Test
    void whatComesInPlaceOfAnotherTakesItsWeight() {
        recent.put(1, "aaaa");
        for (int time = 0; time < 10; time++) {
            recent.put(2, "bbbbbb");
        }

        assertThat(recent.get(1)).isEqualTo("aaaa");
        assertThat(recent.get(2)).isEqualTo("bbbbbb");
    }

    @Test
    void whatWeighsMoreThanAllMayIsNotKept() {
        recent.put(1, "a".repeat(11));

        assertThat(recent.get(1)).isNull();

        recent.put(2, "a".repeat(10));
        assertThat(recent.get(2)).hasSize(10);
    }
}
