package com.modex.booking.domain.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.UserId;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class ValueRangesTest {
    /** One character for people, two for Java. */
    private static final String EMOJI = "\uD83C\uDFAD";

    @Test
    void holdTime() {
        assertRange(HoldTime::new, 10, 3_600);
        assertThat(HoldTime.DEFAULT.duration()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void seatLimit() {
        assertRange(SeatLimit::new, 1, 1_000);
    }

    @Test
    void seatNumber() {
        assertRange(SeatNumber::new, 1, Integer.MAX_VALUE);
        assertThat(new SeatNumber(2)).isLessThan(new SeatNumber(10));
    }

    @Test
    void seatsOfASection() {
        assertRange(seats -> new Section("A", seats, 10), 1, 100_000);
    }

    @Test
    void seatsOfARow() {
        assertRange(seatsPerRow -> new Section("A", 10, seatsPerRow), 1, 1_000);
    }

    @Test
    void rowsOfASection() {
        assertRange(rows -> Section.ofRows("A", rows, 1), 1, 100_000);
    }

    @Test
    void showName() {
        assertText(ShowName::new, 200);
    }

    @Test
    void sectionName() {
        assertText(name -> new Section(name, 1, 1), 50);
    }

    @Test
    void userId() {
        assertText(UserId::new, 255);
    }

    @Test
    void partOfAName() {
        assertText(part -> new ShowQuery(null, part, null, null, null, 20), 200);
        assertThatCode(() -> new ShowQuery(null, null, null, null, null, 20)).doesNotThrowAnyException();
    }

    private static void assertRange(IntConsumer making, int min, int max) {
        assertThatCode(() -> making.accept(min)).doesNotThrowAnyException();
        assertThatCode(() -> making.accept(max)).doesNotThrowAnyException();
        assertRefused("OUT_OF_RANGE", () -> making.accept(min - 1));
        assertRefused("OUT_OF_RANGE", () -> making.accept(max + 1));
    }

    private static void assertText(Consumer<String> making, int maxLength) {
        assertThatCode(() -> making.accept("a")).doesNotThrowAnyException();
        assertThatCode(() -> making.accept(EMOJI.repeat(maxLength))).doesNotThrowAnyException();
        assertRefused("TOO_LONG", () -> making.accept("a".repeat(maxLength + 1)));
        assertRefused("BLANK", () -> making.accept(""));
        assertRefused("BLANK", () -> making.accept(" \t"));
        assertRefused("INVALID_TEXT", () -> making.accept("a\u0000b"));
        assertRefused("INVALID_TEXT", () -> making.accept("a\nb"));
        assertRefused("INVALID_TEXT", () -> making.accept("a\uD83Cb"));
    }

    private static void assertRefused(String code, Runnable making) {
        assertThatThrownBy(making::run)
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
