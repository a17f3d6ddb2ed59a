package com.modex.booking.adapter.rest.caching;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * JSON that is the same for everybody, as it is sent: its bytes, the same compressed, and their tag. The tag is weak,
 * because it stands for both. What is compressed once is compressed for all, and only once somebody wants it.
 */
final class ReadyJson {
    private static final int TAG_BYTES = 16;

    /** Smaller answers take about as many packets compressed; the same bound as {@code server.compression}'s. */
    private static final int MIN_COMPRESSED = 2048;

    private final byte[] plain;
    private final String eTag;
    private volatile byte @Nullable [] gzip;

    ReadyJson(byte[] plain) {
        this.plain = plain;
        this.eTag = "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(tag(plain)) + "\"";
    }

    /** Answers the request, with 304 if the client has these bytes already. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, PublicAnswer.CACHE_CONTROL);
        response.setHeader(HttpHeaders.ETAG, eTag);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (IfNoneMatch.names(request, eTag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] body = plain;
        if (plain.length >= MIN_COMPRESSED && AcceptEncoding.hasGzip(request)) {
            body = compressed();
            // With this header Tomcat leaves the bytes as they are.
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    boolean consistsOf(byte[] json) {
        return Arrays.equals(plain, json);
    }

    /** How much memory this may come to take; compressed bytes that are still to be made count as if they saved nothing. */
    int weight() {
        return 2 * plain.length;
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

    private static byte[] tag(byte[] json) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(json), TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
