package com.modex.booking.adapter.rest.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Bytes that are ready are sent as the client can take them. */
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gzip                     | true
            GZIP                     | true
            deflate, gzip;q=0.5, br  | true
            br,gzip                  | true
            *                        | true
            *;q=0, gzip              | true
            gzip ; q=0.001           | true
            gzip;q=0                 | false
            gzip; Q=0.000, *         | false
            *;q=0                    | false
            br, deflate              | false
            gzipped                  | false
            identity                 | false
            ``                       | false
            """)
    void theyAreCompressedForWhomeverAcceptsIt(String header, boolean compressed) throws Exception {
        request.addHeader("Accept-Encoding", header);

        new ReadyJson(LARGE).send(request, response);

        assertThat(response.getHeader("Content-Encoding")).isEqualTo(compressed ? "gzip" : null);
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
        assertThat(compressed ? unzipped(response) : response.getContentAsByteArray())
                .isEqualTo(LARGE);
    }

    @Test
    void theHeaderMayComeInSeveralLines() throws Exception {
        request.addHeader("Accept-Encoding", "br");
        request.addHeader("Accept-Encoding", "gzip");

        new ReadyJson(LARGE).send(request, response);

        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void whatIsSmallIsNotCompressed() throws Exception {
        request.addHeader("Accept-Encoding", "gzip");

        new ReadyJson(SMALL).send(request, response);

        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentAsByteArray()).isEqualTo(SMALL);
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

    @Test
    void theHeadHasTheLengthAndNoBytes() throws Exception {
        request.setMethod("HEAD");

        new ReadyJson(LARGE).send(request, response);

        assertThat(response.getContentLength()).isEqualTo(LARGE.length);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    private static byte[] unzipped(MockHttpServletResponse response) throws IOException {
        try (var body = new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            return body.readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
