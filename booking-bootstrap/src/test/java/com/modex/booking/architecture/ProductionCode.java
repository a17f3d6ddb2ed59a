package com.modex.booking.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/**
 * Lets in what is not compiled from tests. ArchUnit's own {@link DoNotIncludeTests} lets {@code *-tests.jar} through,
 * which is what other modules' fixtures come in once those modules are packaged.
 */
final class ProductionCode implements ImportOption {
    private static final Pattern TESTS = Pattern.compile(".*(/target/test-classes/|-tests\\.jar[!/]).*");

    @Override
    public boolean includes(Location location) {
        return !location.matches(TESTS);
    }
}
