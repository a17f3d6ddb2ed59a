package com.modex.booking.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How tests are written. */
final class TestRules {
    /** Inherited methods count: a contract's tests run in the class that implements it. */
    private static final DescribedPredicate<JavaClass> TESTS = describe(
            "tests",
            type -> type.getAllMethods().stream()
                    .anyMatch(method -> method.isMetaAnnotatedWith("org.junit.platform.commons.annotation.Testable")));

    private static final DescribedPredicate<JavaClass> A_NAME_THAT_MAVEN_RUNS = describe(
            "a name in Test or IT",
            type -> outermost(type).getSimpleName().endsWith("Test")
                    || outermost(type).getSimpleName().endsWith("IT"));

    @ArchTest
    static final ArchRule TESTS_HAVE_NAMES_THAT_MAVEN_RUNS = classes()
            .that(TESTS)
            .and()
            .areNotInterfaces()
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should(have(A_NAME_THAT_MAVEN_RUNS))
            .because("a test of any other name is silently skipped");

    @ArchTest
    static final ArchRule NO_MOCKS_IN_THE_CORE = noClasses()
            .should()
            .resideInAnyPackage(Modules.either(Modules.DOMAIN, Modules.APPLICATION))
            .andShould()
            .dependOnClassesThat()
            .resideInAPackage("org.mockito..")
            .because("a fake keeps a port's whole promise, a mock only what one test asks of it");

    @ArchTest
    static final ArchRule ASSERTIONS_ARE_ASSERTJS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.junit.jupiter.api.Assertions")
            .because("one way to assert, the one whose failures say most");

    private TestRules() {}

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(TestRules::outermost).orElse(type);
    }
}
