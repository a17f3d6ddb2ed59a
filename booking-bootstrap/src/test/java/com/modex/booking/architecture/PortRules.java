package com.modex.booking.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Where the persistence ports stand and who implements them. */
final class PortRules {
    @ArchTest
    static final ArchRule PERSISTENCE_PORTS_ARE_INTERFACES = classes()
            .that(Types.NAMED_AS_PERSISTENCE_PORT)
            .should()
            .beInterfaces()
            .because("a port is a promise, and a fake must be able to keep it as well");

    @ArchTest
    static final ArchRule PERSISTENCE_PORTS_ARE_IMPLEMENTED_IN_POSTGRES = classes()
            .that(Types.IMPLEMENTS_A_PERSISTENCE_PORT)
            .should()
            .resideInAnyPackage(Modules.POSTGRES)
            .because("two stores cannot share one lock or one transaction");

    private PortRules() {}
}
