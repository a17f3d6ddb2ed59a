package com.modex.booking.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The kinds of types that the rules speak of. */
final class Types {
    /** The persistence ports by name, so that an abstract class in place of one is found out. */
    static final Set<String> PERSISTENCE_PORT_NAMES = Set.of(
            "Shows",
            "ShowLock",
            "Bookings",
            "BookingLock",
            "BuyerLock",
            "ExpiredHolds",
            "SeatLock",
            "SeatMaps",
            "SalesLedger",
            "UnitOfWork",
            "BusinessClock");

    /** Driven ports that are no matter of persistence. */
    static final Set<String> OTHER_PORT_NAMES = Set.of("ShowIds", "BookingIds", "Pause");

    /** Every interface of the domain, and of the application's own package, is there to be implemented outside. */
    static final DescribedPredicate<JavaClass> DRIVEN_PORT = describe(
            "a driven port",
            type -> type.isInterface()
                    && !isChoiceOfValues(type)
                    && type.isTopLevelClass()
                    && Modules.isNoPackageInfo(type)
                    && (in(Modules.DOMAIN).test(type)
                            || in(Modules.patterns("application")).test(type)));

    static final DescribedPredicate<JavaClass> NAMED_AS_PERSISTENCE_PORT = describe(
            "named as a persistence port",
            type -> PERSISTENCE_PORT_NAMES.contains(type.getSimpleName())
                    && (in(Modules.DOMAIN).test(type) || in(Modules.APPLICATION).test(type)));

    static final DescribedPredicate<JavaClass> PERSISTENCE_PORT =
            DRIVEN_PORT.and(NAMED_AS_PERSISTENCE_PORT).as("a persistence port");

    static final DescribedPredicate<JavaClass> IMPLEMENTS_A_PERSISTENCE_PORT = describe(
            "implementations of a persistence port",
            type -> !type.isInterface() && type.getAllRawInterfaces().stream().anyMatch(PERSISTENCE_PORT));

    /** The only two kinds of ports that promise exclusive access to rows. */
    static final DescribedPredicate<JavaClass> IMPLEMENTS_A_LOCK = describe(
            "implementations of a lock port or of ExpiredHolds",
            type -> type.getAllRawInterfaces().stream()
                    .filter(PERSISTENCE_PORT)
                    .map(JavaClass::getSimpleName)
                    .anyMatch(name -> name.endsWith("Lock") || name.equals("ExpiredHolds")));

    static final DescribedPredicate<JavaClass> USE_CASE = describe(
            "a use case",
            type -> type.isInterface()
                    && !isChoiceOfValues(type)
                    && type.isTopLevelClass()
                    && Modules.isNoPackageInfo(type)
                    && in(Modules.USE_CASES).test(type));

    static final DescribedPredicate<JavaClass> HANDLER = describe(
            "handlers",
            type -> in(Modules.APPLICATION).test(type)
                    && !type.isInterface()
                    && (type.getSimpleName().endsWith("Handler")
                            || type.getAllRawInterfaces().stream().anyMatch(USE_CASE)));

    static final DescribedPredicate<JavaClass> AGGREGATE = describe(
            "aggregates",
            type -> in(Modules.DOMAIN).test(type)
                    && Set.of("Show", "Seat", "Booking").contains(type.getSimpleName()));

    /** What cannot act: it has no way to anything but itself. */
    static final DescribedPredicate<JavaClass> VALUE = describe(
            "a value or an exception",
            type -> type.isRecord() || type.isEnum() || type.isAssignableTo(Throwable.class) || isChoiceOfValues(type));

    /** A sealed interface over nested records: nobody outside can implement it. */
    private static boolean isChoiceOfValues(JavaClass type) {
        Class<?> reflected = type.reflect();
        return reflected.isSealed()
                && Stream.of(reflected.getPermittedSubclasses()).allMatch(Class::isRecord);
    }

    static final DescribedPredicate<JavaClass> CONFIGURATION =
            describe("a configuration", type -> type.getSimpleName().endsWith("Configuration"));

    static final DescribedPredicate<JavaClass> DOOR_OF_AN_ADAPTER = describe(
            "the door of an adapter",
            type -> in(Modules.patterns("adapter.*")).test(type)
                    && type.getSimpleName().endsWith("AdapterConfiguration"));

    static final DescribedPredicate<JavaClass> GENERATED_MAPPER = describe(
            "written by MapStruct",
            type -> type.getAllRawInterfaces().stream()
                    .anyMatch(mapper -> mapper.isAnnotatedWith("org.mapstruct.Mapper")));

    private Types() {}

    static DescribedPredicate<JavaClass> in(String[] packages) {
        return resideInAnyPackage(packages);
    }

    static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    /** Annotations by simple name, because Spring and Jakarta each have one of the kind. */
    static DescribedPredicate<JavaAnnotation<?>> annotationNamed(String... names) {
        Predicate<JavaAnnotation<?>> named =
                annotation -> Set.of(names).contains(annotation.getRawType().getSimpleName());
        return describe("named any of " + String.join(", ", names), named);
    }
}
