package com.modex.booking.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How aggregates are made and kept whole. */
final class AggregateRules {
    @ArchTest
    static final ArchRule AGGREGATES_ARE_FINAL = classes()
            .that(Types.AGGREGATE)
            .should()
            .haveModifier(FINAL)
            .because("a subclass could break what the aggregate promises");

    @ArchTest
    static final ArchRule AGGREGATES_ARE_MADE_BY_NAMED_FACTORIES = constructors()
            .that()
            .areDeclaredInClassesThat(Types.AGGREGATE)
            .should()
            .bePrivate()
            .because("a factory's name says what happens: scheduling, holding, or restoring");

    @ArchTest
    static final ArchRule AGGREGATES_HAVE_NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat(Types.AGGREGATE)
            .should()
            .haveNameMatching("set([A-Z].*)?")
            .because("state changes by what happens to it, never field by field");

    @ArchTest
    static final ArchRule AGGREGATES_NEVER_CHANGE_IN_PLACE = fields().that()
            .areDeclaredInClassesThat(Types.AGGREGATE)
            .should()
            .beFinal()
            .because("each step gives a new state, so that what was decided on stays what it was");

    private AggregateRules() {}
}
