package com.modex.booking.adapter.rest.problem;

import com.modex.booking.domain.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request into values of the domain. The rules are those of the values' constructors; this gives each its place
 * in the request and answers all that are broken at once, {@value #MOST_TOLD} at most.
 */
public final class RequestReading {
    private static final int MOST_TOLD = 100;

    private final List<Violation> violations = new ArrayList<>();

    /** A value that may have failed to be read; {@link RequestReading#finish} opens it once all have succeeded. */
    public static final class Read<T> {
        private final @Nullable T value;

        private Read(@Nullable T value) {
            this.value = value;
        }

        public T get() {
            if (value == null) {
                throw new Unread();
            }
            return value;
        }

        public @Nullable T orNull() {
            return value;
        }
    }

    private static final class Unread extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Unread() {
            super("A value was opened that could not be read", null, false, false);
        }
    }

    /** Reads a value that must be there. */
    public <S, T> Read<T> required(String pointer, @Nullable S source, Function<S, T> reader) {
        if (source == null) {
            note(new Violation(pointer, "REQUIRED", "A value is needed here."));
            return new Read<>(null);
        }
        return value(pointer, () -> reader.apply(source));
    }

    /** Reads a value that may be missing. */
    public <S, T> Read<T> optional(String pointer, @Nullable S source, Function<S, T> reader) {
        return source == null ? new Read<>(null) : value(pointer, () -> reader.apply(source));
    }

    /** Reads a value whose rule may be broken. */
    public <T> Read<T> value(String pointer, Supplier<T> reader) {
        try {
            return new Read<>(reader.get());
        } catch (InvalidValueException e) {
            note(violation(pointer, e));
            return new Read<>(null);
        }
    }

    /** Reads a value made of others; where one of those could not be read there is nothing more to say. */
    public <T> Read<T> combined(String pointer, Supplier<T> reader) {
        try {
            return value(pointer, reader);
        } catch (Unread e) {
            return new Read<>(null);
        }
    }

    /**
     * The result of the whole.
     *
     * @throws ProblemException with all that was found wrong
     */
    public <T> T finish(Supplier<T> result) {
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).toException();
        }
        return result.get();
    }

    /**
     * Does something that may find one of several values wrong.
     *
     * @param pointers where the values stand, by the code of the rule that each may break
     */
    public static <T> T located(Map<String, String> pointers, Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidValueException e) {
            throw Problem.invalid(List.of(violation(pointers.getOrDefault(e.code(), ""), e)))
                    .toException(e);
        }
    }

    /** Does something that may find one value wrong, which only it can know. */
    public static <T> T single(String pointer, Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidValueException e) {
            throw Problem.invalid(List.of(violation(pointer, e))).toException(e);
        }
    }

    private void note(Violation violation) {
        if (violations.size() < MOST_TOLD) {
            violations.add(violation);
        }
    }

    private static Violation violation(String pointer, InvalidValueException e) {
        return new Violation(pointer, e.code(), String.valueOf(e.getMessage()));
    }
}
