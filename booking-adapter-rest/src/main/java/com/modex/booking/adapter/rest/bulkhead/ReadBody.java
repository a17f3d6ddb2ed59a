package com.modex.booking.adapter.rest.bulkhead;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is read before anybody asks for it. What went wrong with that comes out where it would have, to
 * whoever reads the body.
 */
final class ReadBody extends HttpServletRequestWrapper {
    private final ServletInputStream source;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[1024];
    private boolean ended;
    private @Nullable IOException failure;

    ReadBody(HttpServletRequest request) throws IOException {
        super(request);
        source = request.getInputStream();
    }

    /** Reads without waiting; whether that was all. */
    boolean readWhatIsThere() {
        return read(false);
    }

    void readToTheEnd() {
        read(true);
    }

    private boolean read(boolean toTheEnd) {
        try {
            while (!isThere() && (toTheEnd || source.available() > 0)) {
                readSome();
            }
        } catch (IOException e) {
            failure = e;
        }
        return isThere();
    }

    private boolean isThere() {
        return ended || failure != null || source.isFinished();
    }

    private void readSome() throws IOException {
        int got = source.read(buffer);
        if (got < 0) {
            ended = true;
        } else {
            bytes.write(buffer, 0, got);
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Content(bytes.toByteArray());
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private final class Content extends ServletInputStream {
        private final ByteArrayInputStream content;

        Content(byte[] content) {
            this.content = new ByteArrayInputStream(content);
        }

        @Override
        public int read() throws IOException {
            return orFailure(content.read());
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return orFailure(content.read(target, offset, length));
        }

        private int orFailure(int read) throws IOException {
            if (read < 0 && failure != null) {
                throw failure;
            }
            return read;
        }

        @Override
        public int available() {
            return content.available();
        }

        @Override
        public boolean isFinished() {
            return available() == 0 && failure == null;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("Requests here are not asynchronous");
        }
    }
}
