package com.modex.booking.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void oneMoreThanTheLimitMeansThatThereIsANextPageBehindTheLastItem() {
        assertThat(page(List.of(1, 2, 3), 2)).isEqualTo(new Page<>(List.of("1", "2"), 2));
    }

    @Test
    void noMoreThanTheLimitMeansThatThisIsTheLastPage() {
        assertThat(page(List.of(1, 2), 2)).isEqualTo(new Page<>(List.of("1", "2"), null));
        assertThat(page(List.of(1), 2)).isEqualTo(new Page<>(List.of("1"), null));
    }

    @Test
    void nothingFoundIsAnEmptyPage() {
        assertThat(page(List.of(), 2)).isEqualTo(new Page<>(List.of(), null));
    }

    private static Page<String, Integer> page(List<Integer> found, int limit) {
        return Page.of(found, limit, String::valueOf, number -> number);
    }
}
