package com.modex.booking.adapter.rest.caching;

import com.modex.booking.adapter.rest.json.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * JSON that is the same for everybody, as it is sent, and its tag. The tag is weak, because it stands for the plain bytes
 * and for the compressed ones.
 */
final class ReadyJson {
    private static final int TAG_BYTES = 16;

    private final JsonBody body;
    private final String eTag;

    ReadyJson(byte[] plain) {
        this.body = new JsonBody(plain);
        this.eTag = "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(tag(plain)) + "\"";
    }

    /** Answers the request, with 304 if the client has these bytes already. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, PublicAnswer.CACHE_CONTROL);
        response.setHeader(HttpHeaders.ETAG, eTag);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (IfNoneMatch.names(request, eTag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            body.send(request, response, MediaType.APPLICATION_JSON_VALUE);
        }
    }

    boolean consistsOf(byte[] json) {
        return body.consistsOf(json);
    }

    /** How much memory this may come to take. */
    int weight() {
        return body.weight();
    }

    private static byte[] tag(byte[] json) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(json), TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
