package com.modex.booking.adapter.rest.json;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * JSON as it is sent: with its length, and from {@value #MIN_COMPRESSED} bytes on compressed for whoever takes that. What is
 * compressed once is compressed for all to whom the same body is sent, and only once somebody wants it.
 */
public final class JsonBody {
    /** Smaller answers take about as many packets compressed. */
    private static final int MIN_COMPRESSED = 2048;

    private final byte[] plain;
    private volatile byte @Nullable [] gzip;

    public JsonBody(byte[] plain) {
        this.plain = plain;
    }

    /**
     * Answers with this body, or with the head alone to whoever asks for no more. Under a strong tag it is sent as it is:
     * compressed, its bytes would be others under the same tag. What may be kept on the way has to say {@code Vary} itself.
     *
     * @param response with its status and its other headers
     */
    public void send(HttpServletRequest request, HttpServletResponse response, String mediaType) throws IOException {
        byte[] body = plain;
        if (plain.length >= MIN_COMPRESSED && AcceptEncoding.hasGzip(request) && !hasStrongTag(response)) {
            body = compressed();
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentType(mediaType);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    public boolean consistsOf(byte[] json) {
        return Arrays.equals(plain, json);
    }

    /** How much memory this may come to take; compressed bytes that are still to be made count as if they saved nothing. */
    public int weight() {
        return 2 * plain.length;
    }

    private static boolean hasStrongTag(HttpServletResponse response) {
        String eTag = response.getHeader(HttpHeaders.ETAG);
        return eTag != null && !eTag.startsWith("W/");
    }

    private byte[] compressed() {
        byte[] made = gzip;
        if (made == null) {
            synchronized (this) {
                made = gzip;
                if (made == null) {
                    made = compress(plain);
                    gzip = made;
                }
            }
        }
        return made;
    }

    private static byte[] compress(byte[] bytes) {
        var compressed = new ByteArrayOutputStream(bytes.length / 8);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return compressed.toByteArray();
    }
}
