package com.modex.booking.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which technology stays in which module. */
final class TechnologyRules {
    @ArchTest
    static final ArchRule JOOQ_ONLY_IN_POSTGRES = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.POSTGRES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jooq..")
            .because("SQL is the business of the PostgreSQL adapter");

    @ArchTest
    static final ArchRule GENERATED_CODE_ONLY_IN_POSTGRES = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.POSTGRES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Modules.GENERATED)
            .because("a table may change its shape without anybody outside noticing");

    @ArchTest
    static final ArchRule WEB_ONLY_IN_REST = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.REST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..")
            .because("HTTP is the business of the REST adapter");

    @ArchTest
    static final ArchRule JACKSON_ONLY_IN_REST = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.REST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
            .because("what clients see as JSON is written in one place");

    @ArchTest
    static final ArchRule RATE_LIMITS_ONLY_IN_REST = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.either(Modules.REST, Modules.LIMIT_STORE))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.bucket4j..")
            .because("how often somebody may ask is the business of whoever answers requests");

    @ArchTest
    static final ArchRule LIMIT_STORE_ONLY_STORES = noClasses()
            .that()
            .resideInAnyPackage(Modules.LIMIT_STORE)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.github.bucket4j.Bucket")
            .because("who makes the store does not decide on what is in it");

    @ArchTest
    static final ArchRule CACHES_ONLY_IN_REST = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.REST)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.benmanes.caffeine..")
            .because("nothing is decided on a cached copy");

    @ArchTest
    static final ArchRule OPEN_API_ONLY_IN_REST = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.REST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.swagger..", "org.springdoc..")
            .because("what clients are told is said where they are served");

    @ArchTest
    static final ArchRule MAPSTRUCT_ONLY_IN_ADAPTERS = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.ADAPTERS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mapstruct..")
            .because("inside, nothing is copied field by field");

    private TechnologyRules() {}
}
