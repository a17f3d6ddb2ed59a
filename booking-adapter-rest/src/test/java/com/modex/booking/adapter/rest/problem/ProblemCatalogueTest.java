package com.modex.booking.adapter.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of codes in docs/api.md: clients go by it. */
class ProblemCatalogueTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| `([A-Z_]+)` \\| (\\d{3}) \\| [^|]+ \\|$", Pattern.MULTILINE);

    @Test
    void everyCodeStandsThereOnceWithItsStatusInTheOrderOfTheContract() throws Exception {
        String document = Files.readString(Path.of("..", "docs", "api.md"));

        assertThat(ROW.matcher(document).results().map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(code -> code.name() + " " + code.status())
                        .toList());
    }
}
