package com.modex.booking.bootstrap.settings;

import java.util.regex.Pattern;

/**
 * A whole number that an environment variable sets.
 *
 * @param variable its name, for the operator to find it by
 * @param meaning what is counted
 */
public record NumberSetting(String variable, String meaning, int min, int max) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /**
     * Reads the number.
     *
     * @throws StartRefusedException if the text is no whole number, or one that is out of range
     */
    public int read(String text) {
        if (NUMBER.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw new StartRefusedException(
                "The server cannot start, because %s is '%s'.".formatted(variable, text),
                "Set %s to the %s, a whole number from %d to %d.".formatted(variable, meaning, min, max));
    }
}
