package com.modex.booking.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The threat model and the list of faults name a test for each promise. */
class DocumentedTestsTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+[a-z](?:Test|IT))`");

    @ParameterizedTest
    @ValueSource(strings = {"docs/security.md", "docs/operations.md"})
    void everyTestThatIsNamedIsThere(String document) throws IOException, URISyntaxException {
        Path project = project();
        Set<String> named = TEST.matcher(Files.readString(project.resolve(document)))
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(testsIn(project)).containsAll(named);
    }

    private static Set<String> testsIn(Path project) throws IOException {
        try (var modules = Files.newDirectoryStream(project, "booking-*")) {
            var names = new HashSet<String>();
            for (Path module : modules) {
                names.addAll(namesIn(module.resolve("src/test/java")));
            }
            return names;
        }
    }

    private static Set<String> namesIn(Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            return Set.of();
        }
        try (var files = Files.walk(sources)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Path project() throws URISyntaxException {
        var testClasses = Path.of(DocumentedTestsTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return testClasses.resolve("../../..").normalize();
    }
}
