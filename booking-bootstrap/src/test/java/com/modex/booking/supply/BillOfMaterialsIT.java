package com.modex.booking.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever is given the jar finds in it what it is made of, where scanners look for it. */
class BillOfMaterialsIT {
    private static final String PLACE = "META-INF/sbom/application.cdx.json";

    /** Added when the jar is packed, by which it can unpack itself; part of Spring Boot, which is listed. */
    private static final String UNPACKER = "spring-boot-jarmode-tools-";

    private static JarFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(BuiltJar.path().toFile());
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void theManifestSaysWhereItIs() throws IOException {
        Attributes manifest = jar.getManifest().getMainAttributes();

        assertThat(manifest.getValue("Sbom-Location")).isEqualTo(PLACE);
        assertThat(manifest.getValue("Sbom-Format")).isEqualTo("CycloneDX");
    }

    @Test
    void itIsTheServersAndListsEveryLibraryInTheJar() throws IOException {
        JsonNode bill = bill();

        assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(bill.at("/metadata/component/name").asString()).isEqualTo("booking-bootstrap");
        Set<String> listed = bill.path("components")
                .valueStream()
                .map(component -> "%s-%s.jar"
                        .formatted(
                                component.path("name").asString(),
                                component.path("version").asString()))
                .collect(Collectors.toSet());
        assertThat(libraries())
                .hasSizeGreaterThan(50)
                .allMatch(library -> library.startsWith(UNPACKER) || listed.contains(library));
    }

    private static JsonNode bill() throws IOException {
        JarEntry entry = jar.getJarEntry(PLACE);
        assertThat(entry).isNotNull();
        try (var content = jar.getInputStream(entry)) {
            return JsonMapper.builder().build().readTree(content);
        }
    }

    /** The names of their files. */
    private static List<String> libraries() throws IOException {
        String beside = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        if (beside != null) {
            // The profile aot keeps them in a directory.
            return Arrays.stream(beside.split(" "))
                    .map(BillOfMaterialsIT::fileName)
                    .toList();
        }
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                .map(BillOfMaterialsIT::fileName)
                .toList();
    }

    private static String fileName(String path) {
        return Path.of(path).getFileName().toString();
    }
}
