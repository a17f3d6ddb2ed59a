package com.modex.booking.domain;

/** A value that the business does not know: thrown by the constructors of values, before anything is read or changed. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable and in UPPER_SNAKE, for programs
     * @param detail a sentence for people; it may reach the client as it is
     */
    public InvalidValueException(String code, String detail) {
        super(detail);
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Refuses a number outside {@code min..max}, both allowed. */
    public static int requireInRange(int value, int min, int max, String what) {
        if (value < min || value > max) {
            throw new InvalidValueException("OUT_OF_RANGE", "%s must be from %d to %d.".formatted(what, min, max));
        }
        return value;
    }

    /** Refuses text that is blank, longer than {@code max} characters (code points), or holds control characters. */
    public static String requireText(String value, int max, String what) {
        if (value.isBlank()) {
            throw new InvalidValueException("BLANK", what + " must not be blank.");
        }
        if (value.codePointCount(0, value.length()) > max) {
            throw new InvalidValueException("TOO_LONG", "%s must have at most %d characters.".formatted(what, max));
        }
        if (value.codePoints().anyMatch(InvalidValueException::isUnprintable)) {
            throw new InvalidValueException("INVALID_TEXT", what + " must not hold control characters.");
        }
        return value;
    }

    private static boolean isUnprintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
