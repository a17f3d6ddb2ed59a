package com.modex.booking.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tests of all modules keep the rules of tests. */
@AnalyzeClasses(locations = TestCode.class, importOptions = TestCode.WithoutOffenders.class)
class TestArchitectureTest {
    @ArchTest
    static final ArchTests TESTS = ArchTests.in(TestRules.class);

    @ArchTest
    static void everyModuleWithTestsContributesClasses(JavaClasses tests) {
        assertThat(Modules.DIRECTORIES)
                .filteredOn(
                        module -> hasSources(TestCode.project().resolve(module).resolve("src/test/java")))
                .allMatch(module -> contributes(Location.of(TestCode.classesOf(module)), tests));
    }

    @ArchTest
    static void productionCodeContributesNone(JavaClasses tests) {
        assertThat(tests)
                .noneMatch(type -> new ProductionCode()
                        .includes(Location.of(type.getSource().orElseThrow().getUri())));
    }

    private static boolean contributes(Location directory, JavaClasses tests) {
        return tests.stream()
                .anyMatch(type -> Location.of(type.getSource().orElseThrow().getUri())
                        .contains(directory.asURI().getPath()));
    }

    private static boolean hasSources(Path directory) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (var files = Files.walk(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + directory, e);
        }
    }
}
