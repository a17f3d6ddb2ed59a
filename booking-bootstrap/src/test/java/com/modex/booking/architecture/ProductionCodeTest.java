package com.modex.booking.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionCodeTest {
    private static final String FIXTURES =
            "jar:file:/m2/booking-domain-1.0.0-tests.jar!/com/modex/booking/Fixture.class";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:/booking/booking-domain/target/classes/com/modex/booking/domain/show/Show.class",
                "jar:file:/m2/booking-domain-1.0.0.jar!/com/modex/booking/domain/show/Show.class"
            })
    void isMainClassesAndTheirJars(String location) {
        assertThat(new ProductionCode().includes(Location.of(URI.create(location))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:/booking/booking-domain/target/test-classes/com/modex/booking/Fixture.class", FIXTURES})
    void isNoTestClassesAndNoTestJars(String location) {
        assertThat(new ProductionCode().includes(Location.of(URI.create(location))))
                .isFalse();
    }

    /** Once this fails, {@link ProductionCode} is needed no more. */
    @ParameterizedTest
    @ValueSource(strings = FIXTURES)
    void archUnitsOwnOptionTakesATestJarForProductionCode(String location) {
        assertThat(new DoNotIncludeTests().includes(Location.of(URI.create(location))))
                .isTrue();
    }
}
