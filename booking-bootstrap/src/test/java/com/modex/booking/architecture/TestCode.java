package com.modex.booking.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The test classes of every module: by directory, because most of them are on no class path but their own. */
final class TestCode implements LocationProvider {
    @Override
    public Set<Location> get(Class<?> testClass) {
        return Modules.DIRECTORIES.stream()
                .map(TestCode::classesOf)
                .filter(Files::isDirectory)
                .map(Location::of)
                .collect(Collectors.toSet());
    }

    static Path classesOf(String module) {
        return project().resolve(module).resolve("target/test-classes");
    }

    static Path project() {
        try {
            var testClasses = Path.of(TestCode.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return testClasses.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path is not made of URIs", e);
        }
    }

    /** Leaves out those who break the rules on purpose. */
    static final class WithoutOffenders implements ImportOption {
        private static final String OFFENDERS = Modules.OFFENDERS.replace('.', '/');

        @Override
        public boolean includes(Location location) {
            return !location.contains(OFFENDERS);
        }
    }
}
