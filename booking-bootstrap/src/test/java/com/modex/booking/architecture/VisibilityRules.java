package com.modex.booking.architecture;

import static com.modex.booking.architecture.Types.in;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** What others can see. */
final class VisibilityRules {
    private static final DescribedPredicate<JavaClass> USED_BY_ANOTHER_PACKAGE = describe(
            "used by another package",
            type -> type.getDirectDependenciesToSelf().stream()
                    .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName())));

    /** Whoever may call such a method must be able to name what goes in and what comes out. */
    private static final DescribedPredicate<JavaClass> NAMED_BY_A_PUBLIC_METHOD = describe(
            "named by a public method of a public type",
            type -> type.getPackage().getClasses().stream()
                    .filter(other -> Types.isPublic(other) && !other.equals(type))
                    .flatMap(other -> other.getMethods().stream())
                    .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                    .flatMap(VisibilityRules::signatureOf)
                    .anyMatch(type::equals));

    @ArchTest
    static final ArchRule HANDLERS_ARE_PACKAGE_PRIVATE = classes()
            .that(Types.HANDLER)
            .should()
            .bePackagePrivate()
            .because("callers know the use case, not who carries it out");

    @ArchTest
    static final ArchRule POSTGRES_SHOWS_ONLY_ITS_CONFIGURATION = classes()
            .that(in(Modules.POSTGRES))
            .and(not(in(Modules.GENERATED)))
            .and()
            .areTopLevelClasses()
            .and(not(Types.CONFIGURATION))
            .should()
            .bePackagePrivate()
            .because("others know the ports, and one configuration that offers them");

    @ArchTest
    static final ArchRule REST_SHOWS_ONLY_WHAT_ITS_PACKAGES_SHARE = classes()
            .that(in(Modules.REST))
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .should(be(USED_BY_ANOTHER_PACKAGE
                    .or(NAMED_BY_A_PUBLIC_METHOD)
                    .or(Types.DOOR_OF_AN_ADAPTER)
                    .as("used by another package")))
            .because("what one package uses alone is its own business");

    private VisibilityRules() {}

    private static Stream<JavaClass> signatureOf(JavaMethod method) {
        return Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                .flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }
}
