package com.modex.booking.architecture;

import static com.modex.booking.architecture.Types.annotationNamed;
import static com.modex.booking.architecture.Types.in;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What things are called and how they are written. */
final class NamingRules {
    private static final DescribedPredicate<JavaClass> IN_A_NULL_MARKED_PACKAGE = describe(
            "in a package that is @NullMarked",
            type -> type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked"));

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .that(not(Types.GENERATED_MAPPER))
            .should()
            .haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|Dto|DTO)")
            .because("such an ending fits every class, so it tells of none; use the field's own terms");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields()
            .should()
            .beAnnotatedWith(annotationNamed("Autowired", "Inject", "Value", "Resource"))
            .because("what an object needs is in its constructor, or it can be made without it");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .that(not(in(Modules.GENERATED)))
            .should(be(IN_A_NULL_MARKED_PACKAGE))
            .because("NullAway looks nowhere else");

    @ArchTest
    static final ArchRule NO_TEST_CODE_IN_PRODUCTION = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.assertj..", "org.mockito..", "org.testcontainers..")
            .because("a fixture among the production classes would be judged, and shipped, as one of them");

    private NamingRules() {}
}
