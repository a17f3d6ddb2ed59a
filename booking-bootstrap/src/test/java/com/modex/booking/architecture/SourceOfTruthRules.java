package com.modex.booking.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Where time and ids come from. */
final class SourceOfTruthRules {
    /** Among the methods of {@link Clock}. */
    private static final Set<String> MACHINE_CLOCKS =
            Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes");

    private static final DescribedPredicate<JavaAccess<?>> READS_THE_MACHINES_CLOCK = describe(
            "reads this machine's clock",
            access -> access.getTarget() instanceof CodeUnitAccessTarget target
                    && readsTheMachinesClock(target.getOwner().getFullName(), target));

    private static final DescribedPredicate<JavaAccess<?>> MAKES_A_RANDOM_ID = describe(
            "makes a random id",
            access -> isRandomUuid(access)
                    || access.getTargetOwner().getPackageName().startsWith("com.github.f4b6a3.uuid"));

    @ArchTest
    static final ArchRule THE_MACHINES_CLOCK_IS_READ_IN_BOOTSTRAP_ALONE = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.BOOTSTRAP)
            .should()
            .accessTargetWhere(READS_THE_MACHINES_CLOCK)
            .because("servers whose clocks differ must agree: business time is the database's, any other is injected");

    @ArchTest
    static final ArchRule IDS_ARE_MADE_IN_BOOTSTRAP_ALONE = noClasses()
            .that()
            .resideOutsideOfPackages(Modules.BOOTSTRAP)
            .should()
            .accessTargetWhere(MAKES_A_RANDOM_ID)
            .because("ids come in as a port, so that they sort by time and tests know them");

    private SourceOfTruthRules() {}

    private static boolean isRandomUuid(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(UUID.class)
                && access.getTarget().getName().equals("randomUUID");
    }

    private static boolean readsTheMachinesClock(String owner, CodeUnitAccessTarget target) {
        String name = target.getName();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.Clock" -> MACHINE_CLOCKS.contains(name);
            case "java.time.InstantSource" -> name.equals("system");
            case "java.util.Date", "java.util.GregorianCalendar" ->
                name.equals("<init>") && target.getRawParameterTypes().isEmpty();
            case "java.util.Calendar" -> name.equals("getInstance");
            default ->
                owner.startsWith("java.time.")
                        && name.equals("now")
                        && target.getRawParameterTypes().stream().noneMatch(SourceOfTruthRules::isClock);
        };
    }

    private static boolean isClock(JavaClass type) {
        return type.isEquivalentTo(Clock.class);
    }
}
