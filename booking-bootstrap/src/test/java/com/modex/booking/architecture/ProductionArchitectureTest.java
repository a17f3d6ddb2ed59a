package com.modex.booking.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.HashSet;
import java.util.stream.Collectors;

/** The production code of all modules keeps every rule. */
@AnalyzeClasses(packages = Modules.ROOT, importOptions = ProductionCode.class)
class ProductionArchitectureTest {
    @ArchTest
    static final ArchTests LAYERS = ArchTests.in(LayerRules.class);

    @ArchTest
    static final ArchTests PORTS = ArchTests.in(PortRules.class);

    @ArchTest
    static final ArchTests TECHNOLOGIES = ArchTests.in(TechnologyRules.class);

    @ArchTest
    static final ArchTests LOCKS = ArchTests.in(LockRules.class);

    @ArchTest
    static final ArchTests VISIBILITY = ArchTests.in(VisibilityRules.class);

    @ArchTest
    static final ArchTests AGGREGATES = ArchTests.in(AggregateRules.class);

    @ArchTest
    static final ArchTests SOURCES_OF_TRUTH = ArchTests.in(SourceOfTruthRules.class);

    @ArchTest
    static final ArchTests NAMES = ArchTests.in(NamingRules.class);

    @ArchTest
    static void everyModuleContributesClasses(JavaClasses production) {
        assertThat(Modules.missingFrom(production)).isEmpty();
    }

    /** Fixtures of this module, of a module that it has as a test-jar, and the tests right here. */
    @ArchTest
    static void testFixturesContributeNone(JavaClasses production) {
        assertThat(production.contain("com.modex.booking.adapter.postgres.TestPostgres"))
                .isFalse();
        assertThat(production.contain(ProductionArchitectureTest.class)).isFalse();
        assertThat(production)
                .allMatch(type -> new ProductionCode()
                        .includes(Location.of(type.getSource().orElseThrow().getUri())));
    }

    /** A new port must be listed, or no rule would watch it. */
    @ArchTest
    static void everyDrivenPortIsListed(JavaClasses production) {
        var listed = new HashSet<>(Types.PERSISTENCE_PORT_NAMES);
        listed.addAll(Types.OTHER_PORT_NAMES);

        assertThat(production.stream().filter(Types.DRIVEN_PORT).map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    /** Else the rules of locks would watch nobody. */
    @ArchTest
    static void everyLockIsKnownAsOne(JavaClasses production) {
        assertThat(production.stream().filter(Types.IMPLEMENTS_A_LOCK).map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "JooqSeatLock", "JooqBookingLock", "JooqBuyerLock", "JooqShowLock", "JooqExpiredHolds");
    }

    @ArchTest
    static void everyAggregateIsKnownAsOne(JavaClasses production) {
        assertThat(production.stream()
                        .filter(Types.AGGREGATE)
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("Show", "Seat", "Booking");
    }

    @ArchTest
    static void aRuleAboutNothingFails(JavaClasses production) {
        var aboutNothing = ArchRuleDefinition.classes()
                .that()
                .haveSimpleName("NoSuchClass")
                .should()
                .bePublic();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> aboutNothing.check(production))
                .withMessageContaining("failed to check any classes");
    }
}
