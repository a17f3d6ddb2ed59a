package com.modex.booking.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials that is in the jar: all that is delivered, under licences that we accept. */
class BillOfMaterialsTest {
    /** SPDX identifiers, and what publishers write in their place. */
    private static final Set<String> ACCEPTED = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-1.0",
            "EPL-2.0",
            "GPL-2.0-with-classpath-exception",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "MIT",
            "MIT-0",
            "CC0-1.0",
            "0BSD",
            "Public Domain");

    private static JsonNode bill;

    @BeforeAll
    static void read() throws IOException {
        try (var file = BillOfMaterialsTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            bill = JsonMapper.builder().build().readTree(file);
        }
    }

    @Test
    void itListsWhatTheServerRunsOn() {
        assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(components())
                .extracting(component -> component.path("name").asString())
                .contains("booking-domain", "jooq", "postgresql", "flyway-core", "tomcat-embed-core", "HikariCP");
    }

    @Test
    void nothingInItHasALicenceThatWeDoNotAccept() {
        for (JsonNode component : components()) {
            String purl = component.path("purl").asString();
            // One of several is enough: who offers more leaves the choice to us.
            assertThat(licencesOf(component)).as(purl).containsAnyElementsOf(ACCEPTED);
        }
    }

    @Test
    void nothingForTestsIsDelivered() {
        assertThat(components())
                .extracting(component -> component.path("name").asString())
                .doesNotContain("junit-jupiter", "assertj-core", "archunit", "testcontainers");
    }

    private static List<JsonNode> components() {
        var components = bill.path("components").valueStream().toList();
        assertThat(components).hasSizeGreaterThan(50);
        return components;
    }

    private static Set<String> licencesOf(JsonNode component) {
        var licences = new TreeSet<String>();
        component.path("licenses").forEach(choice -> {
            licences.add(choice.path("license").path("id").asString(""));
            licences.add(choice.path("license").path("name").asString(""));
            licences.add(choice.path("expression").asString(""));
        });
        return licences;
    }
}
