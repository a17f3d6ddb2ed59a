package com.modex.booking.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule names its offenders, and nobody else. The offenders of a rule live in the package that is named after it,
 * beside classes that keep to it.
 */
class RulesBiteTest {
    private static final List<Class<?>> THEMES = List.of(
            LayerRules.class,
            PortRules.class,
            TechnologyRules.class,
            LockRules.class,
            VisibilityRules.class,
            AggregateRules.class,
            SourceOfTruthRules.class,
            NamingRules.class,
            TestRules.class);

    private static final JavaClasses ALL = new ClassFileImporter().importPackages(Modules.OFFENDERS);

    private static final Map<String, List<String>> OFFENDERS = Map.ofEntries(
            entry("EVERY_CLASS_BELONGS_TO_A_LAYER", List.of("shared.Stray")),
            entry("DOMAIN_KNOWS_ONLY_ITSELF", List.of("domain.show.KnowsAFramework", "domain.show.KnowsAUseCase")),
            entry(
                    "APPLICATION_ADDS_ONLY_THE_DOMAIN",
                    List.of("application.KnowsAFramework", "application.KnowsAnAdapter")),
            entry(
                    "DOMAIN_PACKAGES_BUILD_ON_EACH_OTHER_IN_ORDER",
                    List.of("domain.show.KnowsItsBookings", "domain.booking.KnowsItsSeats")),
            entry("REST_CALLS_NO_DRIVEN_PORT", List.of("adapter.rest.LooksForItself", "adapter.rest.StoresForItself")),
            entry("REST_SEES_NO_AGGREGATE", List.of("adapter.rest.show.ShowsAShow")),
            entry("REST_TAKES_ONLY_VALUES_FROM_THE_DOMAIN", List.of("adapter.rest.DecidesForItself")),
            entry("POSTGRES_CALLS_NO_USE_CASE", List.of("adapter.postgres.CallsBack")),
            entry("ADAPTERS_DO_NOT_KNOW_EACH_OTHER", List.of("adapter.rest.ReadsRows")),
            entry("ADAPTERS_HAVE_ONE_DOOR", List.of("bootstrap.ComesThroughTheWindow")),
            entry("ONLY_BOOTSTRAP_KNOWS_THE_ADAPTERS", List.of("application.WiresItself")),
            entry("NOBODY_KNOWS_BOOTSTRAP", List.of("adapter.rest.KnowsTheServer")),
            entry("NO_PACKAGE_CYCLES", List.of("domain.seat.KnowsItsShow", "domain.show.KnowsItsSeats")),
            entry("PERSISTENCE_PORTS_ARE_INTERFACES", List.of("domain.show.Shows")),
            entry("PERSISTENCE_PORTS_ARE_IMPLEMENTED_IN_POSTGRES", List.of("bootstrap.ShowsInMemory")),
            entry("JOOQ_ONLY_IN_POSTGRES", List.of("application.WritesSql")),
            entry("GENERATED_CODE_ONLY_IN_POSTGRES", List.of("bootstrap.LooksIntoTheTables")),
            entry("WEB_ONLY_IN_REST", List.of("application.AnswersRequests", "bootstrap.FiltersRequests")),
            entry("JACKSON_ONLY_IN_REST", List.of("application.NamesAProperty", "bootstrap.WritesJson")),
            entry(
                    "RATE_LIMITS_ONLY_IN_REST",
                    List.of(
                            "application.LimitsItsCallers",
                            "adapter.postgres.StoresBuckets",
                            "bootstrap.FillsABucket")),
            entry("LIMIT_STORE_ONLY_STORES", List.of("bootstrap.limit.CountsForItself")),
            entry("CACHES_ONLY_IN_REST", List.of("adapter.postgres.KeepsACopy", "bootstrap.limit.KeepsCallers")),
            entry("OPEN_API_ONLY_IN_REST", List.of("application.DescribesItself")),
            entry("MAPSTRUCT_ONLY_IN_ADAPTERS", List.of("application.ShowMapper")),
            entry(
                    "ROWS_ARE_LOCKED_BY_LOCKS_ALONE",
                    List.of(
                            "adapter.postgres.JooqBookings",
                            "adapter.postgres.OnlyNamedALock",
                            "adapter.postgres.LocksThroughAModel",
                            "adapter.postgres.LocksByReference")),
            entry("NO_SQL_AS_TEXT", List.of("adapter.postgres.WritesSqlAsText", "adapter.postgres.ExecutesText")),
            entry(
                    "THE_DRIVER_RUNS_WHAT_JOOQ_RENDERED",
                    List.of(
                            "adapter.postgres.PreparesText",
                            "adapter.postgres.CreatesAStatement",
                            "adapter.postgres.UsesSpringsTemplate")),
            entry(
                    "NO_TRANSACTIONAL",
                    List.of("adapter.postgres.HidesItsTransaction", "adapter.postgres.HidesItsTransactionInAMethod")),
            entry(
                    "UNITS_OF_WORK_ARE_OPENED_BY_USE_CASES",
                    List.of("adapter.rest.CountsForItself", "bootstrap.CountsThroughTheAdapter")),
            entry(
                    "HANDLERS_ARE_PACKAGE_PRIVATE",
                    List.of("application.show.PublicHandler", "application.show.ViewsShows")),
            entry("POSTGRES_SHOWS_ONLY_ITS_CONFIGURATION", List.of("adapter.postgres.PublicRows")),
            entry("REST_SHOWS_ONLY_WHAT_ITS_PACKAGES_SHARE", List.of("adapter.rest.show.PublicForNobody")),
            entry("AGGREGATES_ARE_FINAL", List.of("domain.show.Show")),
            entry("AGGREGATES_ARE_MADE_BY_NAMED_FACTORIES", List.of("domain.booking.Booking")),
            entry("AGGREGATES_HAVE_NO_SETTERS", List.of("domain.show.Show")),
            entry("AGGREGATES_NEVER_CHANGE_IN_PLACE", List.of("domain.seat.Seat")),
            entry(
                    "THE_MACHINES_CLOCK_IS_READ_IN_BOOTSTRAP_ALONE",
                    List.of(
                            "domain.ReadsTheInstant",
                            "domain.ReadsTheDate",
                            "application.ReadsMilliseconds",
                            "application.TakesTheSystemClock",
                            "adapter.rest.TakesTheSystemSource",
                            "adapter.postgres.ReadsByReference",
                            "adapter.postgres.ReadsAnOldDate")),
            entry(
                    "IDS_ARE_MADE_IN_BOOTSTRAP_ALONE",
                    List.of("domain.MakesARandomId", "adapter.postgres.MakesATimeOrderedId")),
            entry(
                    "NAMES_SAY_SOMETHING",
                    List.of(
                            "application.Empty$ShowService",
                            "application.Empty$ShowManager",
                            "application.Empty$ShowHelper",
                            "application.Empty$ShowUtil",
                            "application.Empty$ShowUtils",
                            "application.Empty$ShowImpl",
                            "application.Empty$ShowDto",
                            "application.Empty$ShowDTO")),
            entry(
                    "NOTHING_IS_INJECTED_INTO_FIELDS",
                    List.of(
                            "bootstrap.TakesABean",
                            "bootstrap.TakesASetting",
                            "adapter.postgres.TakesAResource",
                            "adapter.rest.TakesAnInjection")),
            entry("EVERY_PACKAGE_IS_NULL_MARKED", List.of("domain.show.Unmarked")),
            entry("NO_TEST_CODE_IN_PRODUCTION", List.of("domain.show.ShowFixture")),
            entry(
                    "TESTS_HAVE_NAMES_THAT_MAVEN_RUNS",
                    List.of("domain.HoldingASeat", "adapter.postgres.JooqSeatLockChecks")),
            entry("NO_MOCKS_IN_THE_CORE", List.of("domain.show.MocksAPort", "application.show.MocksTheClock")),
            entry("ASSERTIONS_ARE_ASSERTJS", List.of("bootstrap.AssertsWithJUnit")));

    @Test
    void everyRuleHasOffenders() {
        assertThat(OFFENDERS.keySet()).containsExactlyInAnyOrderElementsOf(rules().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesAndOffenders")
    void namesTheOffendersAndNobodyElse(String name, ArchRule rule, List<String> offenders) {
        String home = homeOf(name);
        JavaClasses classes = ALL.that(resideInAPackage(home + ".."));

        var report = rule.evaluate(classes).getFailureReport();

        assertThat(report.getDetails().stream()
                        .flatMap(violation -> offendersIn(violation, classes))
                        .map(offender -> offender.substring(home.length() + 1))
                        .distinct())
                .as(report.toString())
                .containsExactlyInAnyOrderElementsOf(offenders);
    }

    @Test
    void aModuleWithoutClassesIsMissed() {
        var classes = ALL.that(resideInAPackage(homeOf("REST_SEES_NO_AGGREGATE") + ".."));

        assertThat(Modules.missingFrom(classes)).containsExactly("application", "adapter.postgres", "bootstrap");
    }

    static Stream<Arguments> rulesAndOffenders() {
        return rules().entrySet().stream()
                .map(rule ->
                        Arguments.of(rule.getKey(), rule.getValue(), OFFENDERS.getOrDefault(rule.getKey(), List.of())));
    }

    private static Map<String, ArchRule> rules() {
        var rules = new TreeMap<String, ArchRule>();
        for (Class<?> theme : THEMES) {
            for (Field field : theme.getDeclaredFields()) {
                if (ArchRule.class.isAssignableFrom(field.getType()) && Modifier.isStatic(field.getModifiers())) {
                    rules.put(field.getName(), valueOf(field));
                }
            }
        }
        return rules;
    }

    private static ArchRule valueOf(Field field) {
        try {
            return (ArchRule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A rule that no test can see: " + field, e);
        }
    }

    private static String homeOf(String rule) {
        return Modules.OFFENDERS + "." + rule.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** ArchUnit says "Method &lt;offender&gt; calls …", and of a cycle one such line for each of its parts. */
    private static Stream<String> offendersIn(String violation, JavaClasses classes) {
        return violation
                .lines()
                .filter(line -> line.contains("<" + Modules.OFFENDERS))
                .map(line -> line.substring(line.indexOf("<" + Modules.OFFENDERS) + 1))
                .flatMap(line -> classes.stream()
                        .map(JavaClass::getName)
                        .filter(name -> Pattern.compile(Pattern.quote(name) + "[.>(].*")
                                .matcher(line)
                                .matches())
                        .max(Comparator.comparingInt(String::length))
                        .stream());
    }
}
