package com.modex.booking.adapter.rest.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends JSON with its length. Without one the server would compress even the smallest answer, which costs more than it
 * saves, and an answer that fails half way would look like a whole one until it breaks off.
 */
final class SizedJsonConverter extends JacksonJsonHttpMessageConverter {
    SizedJsonConverter(JsonMapper json) {
        super(json);
    }

    @Override
    public boolean canWrite(ResolvableType target, Class<?> type, @Nullable MediaType mediaType) {
        return super.canWrite(target, type, mediaType == null ? null : plain(mediaType));
    }

    @Override
    protected void addDefaultHeaders(HttpHeaders headers, Object body, @Nullable MediaType mediaType)
            throws IOException {
        super.addDefaultHeaders(headers, body, mediaType == null ? null : plain(mediaType));
    }

    /** JSON is UTF-8 and has no charset (RFC 8259, 8.1 and 11): a client that asks for one gets no other answer. */
    private static MediaType plain(MediaType mediaType) {
        return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(mediaType) ? MediaType.APPLICATION_JSON : mediaType;
    }

    @Override
    protected void writeInternal(
            Object body, ResolvableType type, HttpOutputMessage output, @Nullable Map<String, Object> hints)
            throws IOException {
        var whole = new Whole(output.getHeaders(), new ByteArrayOutputStream());
        super.writeInternal(body, type, whole, hints);
        output.getHeaders().setContentLength(whole.bytes().size());
        whole.bytes().writeTo(output.getBody());
    }

    private record Whole(HttpHeaders headers, ByteArrayOutputStream bytes) implements HttpOutputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public OutputStream getBody() {
            return bytes;
        }
    }
}
