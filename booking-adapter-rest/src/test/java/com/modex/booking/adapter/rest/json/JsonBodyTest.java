package com.modex.booking.adapter.rest.json;

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

/** JSON is sent as the client can take it. */
class JsonBodyTest {
    private static final byte[] LARGE = bytes("\"" + "x".repeat(2_046) + "\"");
    private static final byte[] SMALL = bytes("\"" + "x".repeat(2_045) + "\"");

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void itIsSentWithItsTypeAndItsLength() throws Exception {
        send(SMALL);

        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentLength()).isEqualTo(SMALL.length);
        assertThat(response.getContentAsByteArray()).isEqualTo(SMALL);
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
    void itIsCompressedForWhomeverAcceptsThat(String header, boolean compressed) throws Exception {
        request.addHeader("Accept-Encoding", header);

        send(LARGE);

        assertThat(response.getHeader("Content-Encoding")).isEqualTo(compressed ? "gzip" : null);
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
        assertThat(compressed ? unzipped() : response.getContentAsByteArray()).isEqualTo(LARGE);
    }

    @Test
    void theHeaderMayComeInSeveralLines() throws Exception {
        request.addHeader("Accept-Encoding", "br");
        request.addHeader("Accept-Encoding", "gzip");

        send(LARGE);

        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void whatIsSmallIsNotCompressed() throws Exception {
        request.addHeader("Accept-Encoding", "gzip");

        send(SMALL);

        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentAsByteArray()).isEqualTo(SMALL);
    }

    @ParameterizedTest
    @CsvSource({"W/\"1\", gzip", "\"1\","})
    void underAStrongTagTheBytesStayTheSame(String eTag, String encoding) throws Exception {
        request.addHeader("Accept-Encoding", "gzip");
        response.setHeader("ETag", eTag);

        send(LARGE);

        assertThat(response.getHeader("Content-Encoding")).isEqualTo(encoding);
    }

    @Test
    void theHeadHasTheLengthAndNoBytes() throws Exception {
        request.setMethod("HEAD");

        send(LARGE);

        assertThat(response.getContentLength()).isEqualTo(LARGE.length);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    private void send(byte[] json) throws IOException {
        new JsonBody(json).send(request, response, "application/problem+json");
    }

    private byte[] unzipped() throws IOException {
        try (var body = new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            return body.readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
