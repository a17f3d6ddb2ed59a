package com.modex.booking.architecture;

import static com.modex.booking.architecture.Types.in;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;
import java.util.regex.Pattern;

/** Who locks rows, who opens transactions, and how SQL is spoken. */
final class LockRules {
    /** The steps of a query, such as {@code forUpdate}, and those of its model, such as {@code setForUpdate}. */
    private static final Pattern LOCKING_CLAUSE =
            Pattern.compile("(for|setFor)(Update|NoKeyUpdate|Share|KeyShare|LockMode)\\w*");

    private static final DescribedPredicate<JavaAccess<?>> LOCKS_ROWS = describe(
            "locks rows",
            access -> access.getTargetOwner().getPackageName().startsWith("org.jooq")
                    && LOCKING_CLAUSE.matcher(access.getTarget().getName()).matches());

    private static final DescribedPredicate<JavaAccess<?>> TAKES_SQL_AS_TEXT =
            describe("takes SQL as text", access -> access.getTarget().isAnnotatedWith("org.jooq.PlainSQL"));

    private static final DescribedPredicate<JavaAccess<?>> HANDS_SQL_TO_THE_DRIVER = describe(
            "hands SQL to the driver",
            access -> access.getTargetOwner().getPackageName().startsWith("org.springframework.jdbc.core")
                    || (access.getTargetOwner().isAssignableTo(Connection.class)
                            && access.getTarget().getName().matches("prepare.*|createStatement")));

    private static final DescribedPredicate<JavaClass> RENDERED_QUERY = describe(
            "are RenderedQuery", type -> type.getName().matches(".*\\.adapter\\.postgres\\.RenderedQuery(\\$.*)?"));

    private static final DescribedPredicate<JavaAccess<?>> OPENS_A_UNIT_OF_WORK = describe(
            "opens a unit of work",
            access -> access.getTarget().getName().equals("run") && isUnitOfWork(access.getTargetOwner()));

    @ArchTest
    static final ArchRule ROWS_ARE_LOCKED_BY_LOCKS_ALONE = noClasses()
            .that(not(Types.IMPLEMENTS_A_LOCK))
            .should()
            .accessTargetWhere(LOCKS_ROWS)
            .because("rows locked in one place are locked in one order; elsewhere they deadlock");

    @ArchTest
    static final ArchRule NO_SQL_AS_TEXT = noClasses()
            .that(not(in(Modules.GENERATED)))
            .should()
            .accessTargetWhere(TAKES_SQL_AS_TEXT)
            .because("the compiler checks generated tables; it cannot read strings, and attackers can write them");

    @ArchTest
    static final ArchRule THE_DRIVER_RUNS_WHAT_JOOQ_RENDERED = noClasses()
            .that(in(Modules.POSTGRES))
            .and(not(RENDERED_QUERY))
            .should()
            .accessTargetWhere(HANDS_SQL_TO_THE_DRIVER)
            .because("past jOOQ nobody checks what is written; RenderedQuery has its text from jOOQ");

    @ArchTest
    static final ArchRule NO_TRANSACTIONAL = noClasses()
            .should()
            .dependOnClassesThat()
            .haveSimpleName("Transactional")
            .because("a lock lives as long as its transaction, whose ends must be readable: use UnitOfWork");

    @ArchTest
    static final ArchRule UNITS_OF_WORK_ARE_OPENED_BY_USE_CASES = noClasses()
            .that(not(in(Modules.APPLICATION)))
            .should()
            .accessTargetWhere(OPENS_A_UNIT_OF_WORK)
            .because("a use case decides what is done as a whole");

    private LockRules() {}

    private static boolean isUnitOfWork(JavaClass type) {
        return (Types.PERSISTENCE_PORT.test(type) && type.getSimpleName().equals("UnitOfWork"))
                || type.getAllRawInterfaces().stream().anyMatch(LockRules::isUnitOfWork);
    }
}
