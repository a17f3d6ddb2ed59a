package com.modex.booking.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The threat model and the list of faults name a test for each promise. */
class DocumentedTestsTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+[a-z](?:Test|IT))`");
    private static final String HEAD_OF_FAULTS = "| fault | what the server does | test |\n|---|---|---|\n";
    private static final String HEAD_OF_RISKS = "| risk | what is done | test that guards it |\n|---|---|---|\n";

    @ParameterizedTest
    @ValueSource(strings = {"docs/security.md", "docs/operations.md"})
    void everyTestThatIsNamedIsThere(String document) throws IOException {
        Set<String> named = TEST.matcher(Files.readString(ProjectFile.at(document)))
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(tests()).containsAll(named);
    }

    @Test
    void everyFaultHasATest() throws IOException {
        assertThat(faults()).isNotEmpty().allSatisfy(DocumentedTestsTest::namesATest);
    }

    @Test
    void everyRiskHasATest() throws IOException {
        List<List<String>> tables = tables("docs/security.md", HEAD_OF_RISKS);

        assertThat(tables).hasSize(2);
        assertThat(tables.getFirst()).hasSize(10);
        assertThat(tables)
                .allSatisfy(rows -> assertThat(rows).isNotEmpty().allSatisfy(DocumentedTestsTest::namesATest));
    }

    private static void namesATest(String row) {
        String[] cells = row.split("\\|", -1);
        assertThat(cells)
                .as("the cells of the row, and what is before and behind it")
                .hasSize(5);
        assertThat(cells[3]).containsPattern(TEST);
    }

    /** Words of the first column; a row may be found by more than one of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "`kill -9`) in mid-transaction",
                "after the commit, before the answer",
                "the answer to a `COMMIT` is lost",
                "a backend or the whole PostgreSQL is killed",
                "`SIGSTOP`",
                "slow by 500 ms",
                "half-open",
                "200 callers on one hot seat",
                "overlapping seats",
                "40001",
                "40P01",
                "55P03",
                "the disk of PostgreSQL is full",
                "clock",
                "late confirmation",
                "called off",
                "two servers and two sweepers, one is killed",
                "two servers start on an empty database",
                "one key at once",
                "with another body",
                "of another user",
                "`SIGTERM`",
                "10,000 idle connections",
                "never finish a request",
                "NUL",
                "surrogates",
                "bad UTF-8",
                "a depth of 100,000",
                "60 MB",
                "chunks",
                "YAML",
                "ranges",
                "double keys",
                "drawn from the description",
                "every wrong token",
                "any sequence"
            })
    void noFaultIsLeftOut(String fault) throws IOException {
        assertThat(faults().stream().map(row -> row.split("\\|", -1)[1])).anyMatch(cell -> cell.contains(fault));
    }

    private static List<String> faults() throws IOException {
        List<List<String>> tables = tables("docs/operations.md", HEAD_OF_FAULTS);
        assertThat(tables).hasSize(1);
        return tables.getFirst();
    }

    /** The rows of each table with that head. */
    private static List<List<String>> tables(String document, String head) throws IOException {
        return Pattern.compile(Pattern.quote(head))
                .splitAsStream(Files.readString(ProjectFile.at(document)))
                .skip(1)
                .map(rest ->
                        rest.lines().takeWhile(line -> line.startsWith("|")).toList())
                .toList();
    }

    private static Set<String> tests() throws IOException {
        try (var modules = Files.newDirectoryStream(ProjectFile.at("."), "booking-*")) {
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
}
