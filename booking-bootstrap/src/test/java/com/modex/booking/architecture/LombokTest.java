package com.modex.booking.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lombok leaves no trace in class files, which are all that ArchUnit reads: the sources have to be searched. */
class LombokTest {
    private static final Pattern LOMBOK = Pattern.compile("(?m)^import (static )?lombok\\.|@lombok\\.\\w");

    @Test
    void noSourceUsesLombok() throws IOException {
        for (String module : Modules.DIRECTORIES) {
            Path sources = TestCode.project().resolve(module).resolve("src/main/java");

            assertThat(sources).isDirectoryRecursivelyContaining("glob:**/package-info.java");
            assertThat(usersOfLombok(sources)).isEmpty();
        }
    }

    @Test
    void aSourceThatUsesItIsFound(@TempDir Path sources) throws IOException {
        var offender = Files.writeString(sources.resolve("Show.java"), "import lombok.Data;\n\n@Data class Show {}\n");
        var another = Files.writeString(sources.resolve("Seat.java"), "@" + "lombok.Data class Seat {}\n");
        Files.writeString(sources.resolve("Booking.java"), "/** Made without lombok. */\nclass Booking {}\n");

        assertThat(usersOfLombok(sources)).containsExactlyInAnyOrder(offender, another);
    }

    private static List<Path> usersOfLombok(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> LOMBOK.matcher(read(file)).find())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }
}
