package com.modex.booking.architecture;

import static com.modex.booking.architecture.Types.in;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** Who may know whom. */
final class LayerRules {
    @ArchTest
    static final ArchRule EVERY_CLASS_BELONGS_TO_A_LAYER = classes()
            .should()
            .resideInAnyPackage(Modules.ALL)
            .because("a class outside the layers is under no rule at all");

    @ArchTest
    static final ArchRule DOMAIN_KNOWS_ONLY_ITSELF = classes()
            .that()
            .resideInAnyPackage(Modules.DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(Modules.either(Modules.DOMAIN, "java..", "org.jspecify.."))
            .because("the rules of selling seats outlive every framework");

    @ArchTest
    static final ArchRule APPLICATION_ADDS_ONLY_THE_DOMAIN = classes()
            .that()
            .resideInAnyPackage(Modules.APPLICATION)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    Modules.either(Modules.either(Modules.APPLICATION, Modules.DOMAIN), "java..", "org.jspecify.."))
            .because("use cases reach the world through ports alone, and can be tested without it");

    @ArchTest
    static final ArchRule DOMAIN_PACKAGES_BUILD_ON_EACH_OTHER_IN_ORDER = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("show")
            .definedBy(Modules.under("domain.show"))
            .layer("booking")
            .definedBy(Modules.under("domain.booking"))
            .layer("seat")
            .definedBy(Modules.under("domain.seat"))
            .whereLayer("seat")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("booking")
            .mayOnlyBeAccessedByLayers("seat")
            .because("a show knows no booking, and a booking does not know what seats are to be had");

    @ArchTest
    static final ArchRule REST_CALLS_NO_DRIVEN_PORT = noClasses()
            .that()
            .resideInAnyPackage(Modules.REST)
            .should()
            .dependOnClassesThat(Types.DRIVEN_PORT)
            .because("what is locked, decided and stored is for a use case to say");

    @ArchTest
    static final ArchRule REST_SEES_NO_AGGREGATE = noClasses()
            .that()
            .resideInAnyPackage(Modules.REST)
            .should()
            .dependOnClassesThat(Types.AGGREGATE)
            .because("an aggregate beyond its unit of work would be decided on without its lock");

    @ArchTest
    static final ArchRule REST_TAKES_ONLY_VALUES_FROM_THE_DOMAIN = noClasses()
            .that()
            .resideInAnyPackage(Modules.REST)
            .should()
            .dependOnClassesThat(in(Modules.DOMAIN).and(not(Types.VALUE)))
            .because("it enters through use cases: whatever else the domain can do happens inside them");

    @ArchTest
    static final ArchRule POSTGRES_CALLS_NO_USE_CASE = noClasses()
            .that()
            .resideInAnyPackage(Modules.POSTGRES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Modules.USE_CASES)
            .because("a driven adapter is called; it never calls back");

    @ArchTest
    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = slices().matching(Modules.ROOT + "..adapter.(*)..")
            .should()
            .notDependOnEachOther()
            .because("each of them can be replaced without the other noticing");

    @ArchTest
    static final ArchRule ADAPTERS_HAVE_ONE_DOOR = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.ADAPTERS)
            .should()
            .dependOnClassesThat(in(Modules.ADAPTERS).and(not(Types.DOOR_OF_AN_ADAPTER)))
            .because("only an adapter's configuration is there for others");

    @ArchTest
    static final ArchRule ONLY_BOOTSTRAP_KNOWS_THE_ADAPTERS = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.either(Modules.ADAPTERS, Modules.BOOTSTRAP))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Modules.ADAPTERS)
            .because("wiring happens in one place");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_BOOTSTRAP = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.BOOTSTRAP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Modules.BOOTSTRAP)
            .because("what is wired must not know who wires it");

    /** jOOQ's tables, keys and records refer to each other; nobody reads or changes them. */
    @ArchTest
    static final ArchRule NO_PACKAGE_CYCLES = slices().matching(Modules.ROOT + ".(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(in(Modules.GENERATED), in(Modules.GENERATED))
            .because("packages in a cycle can only be understood, changed and tested together");

    private LayerRules() {}
}
