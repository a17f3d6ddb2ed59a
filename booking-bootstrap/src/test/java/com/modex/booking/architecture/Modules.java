package com.modex.booking.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatchers;
import java.util.List;
import java.util.stream.Stream;

/**
 * The modules and their packages: the one place that names them. Every pattern also matches below
 * {@code offenders.<rule>}, so that the very rule that guards the production code can be shown to bite.
 */
final class Modules {
    static final String ROOT = "com.modex.booking";
    static final String OFFENDERS = ROOT + ".architecture.offenders";

    /** Packages of the production code, and their Maven modules. */
    static final List<String> PACKAGES =
            List.of("domain", "application", "adapter.rest", "adapter.postgres", "bootstrap");

    static final List<String> DIRECTORIES = List.of(
            "booking-domain",
            "booking-application",
            "booking-adapter-rest",
            "booking-adapter-postgres",
            "booking-bootstrap");

    static final String[] DOMAIN = under("domain");
    static final String[] APPLICATION = under("application");
    static final String[] ADAPTERS = under("adapter");
    static final String[] REST = under("adapter.rest");
    static final String[] POSTGRES = under("adapter.postgres");
    static final String[] GENERATED = under("adapter.postgres.jooq");
    static final String[] BOOTSTRAP = under("bootstrap");

    /** Makes the store in which servers count requests together, because the REST adapter may not know the database. */
    static final String[] LIMIT_STORE = patterns("bootstrap.limit");

    /** The packages of the use cases; the application's own package holds driven ports and what all use cases share. */
    static final String[] USE_CASES = patterns("application.*..");

    static final String[] ALL =
            PACKAGES.stream().map(Modules::under).flatMap(Stream::of).toArray(String[]::new);

    private Modules() {}

    static String[] either(String[] module, String... others) {
        return Stream.concat(Stream.of(module), Stream.of(others)).toArray(String[]::new);
    }

    static String[] under(String packageName) {
        return patterns(packageName + "..");
    }

    static String[] patterns(String pattern) {
        return new String[] {ROOT + "." + pattern, OFFENDERS + ".*." + pattern};
    }

    /** The modules that have no class among these; a module with nothing but package annotations has none. */
    static List<String> missingFrom(JavaClasses classes) {
        return PACKAGES.stream()
                .filter(module -> classes.stream()
                        .filter(Modules::isNoPackageInfo)
                        .map(JavaClass::getPackageName)
                        .noneMatch(PackageMatchers.of(under(module))))
                .toList();
    }

    static boolean isNoPackageInfo(JavaClass type) {
        return !type.getSimpleName().equals("package-info");
    }
}
