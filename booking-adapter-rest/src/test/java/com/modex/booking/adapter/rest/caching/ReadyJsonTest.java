package com.modex.booking.adapter.rest.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Bytes that are ready are sent with what caches need, or not at all to whoever has them. */
class ReadyJsonTest {
    private static final byte[] LARGE = bytes("\"" + "seat ".repeat(1_000) + "\"");
    private static final byte[] SMALL = bytes("\"seat\"");

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void theyAreSentWithAllThatACacheNeeds() throws Exception {
        new ReadyJson(SMALL).send(request, response);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsByteArray()).isEqualTo(SMALL);
        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(response.getContentLength()).isEqualTo(SMALL.length);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(response.getHeader("ETag")).matches("W/\"[A-Za-z0-9_-]{22}\"");
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void otherBytesHaveAnotherTag() throws Exception {
        var other = new MockHttpServletResponse();
        new ReadyJson(SMALL).send(request, response);
        new ReadyJson(LARGE).send(request, other);

        assertThat(other.getHeader("ETag")).isNotEqualTo(response.getHeader("ETag"));
    }

    @Test
    void whoHasThemGetsNone() throws Exception {
        var json = new ReadyJson(LARGE);
        json.send(request, response);
        request.addHeader("If-None-Match", String.valueOf(response.getHeader("ETag")));
        var second = new MockHttpServletResponse();

        json.send(request, second);

        assertThat(second.getStatus()).isEqualTo(304);
        assertThat(second.getContentAsByteArray()).isEmpty();
        assertThat(second.getHeader("ETag")).isEqualTo(response.getHeader("ETag"));
        assertThat(second.getContentType()).isNull();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
