package com.modex.booking.adapter.rest.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads no more than {@value #MAX_BYTES} bytes of a body, whatever its length was said to be, and no longer than ten
 * seconds: who sends it a byte at a time keeps a place that others could have.
 */
final class BodyLimitFilter extends OncePerRequestFilter {
    static final int MAX_BYTES = 64 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ProblemWriter writer;

    BodyLimitFilter(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            writer.write(
                    request, response, Problem.of(ProblemCode.PAYLOAD_TOO_LARGE, new BodyTooLargeException().detail()));
        } else {
            var limited = new Limited(request);
            chain.doFilter(limited, response);
            if (limited.isTooSlow()) {
                response.flushBuffer();
                // Or Tomcat would wait for the rest, to have the connection ready for the next request.
                throw new CloseNowException("The body was not there after " + LONGEST);
            }
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private @Nullable Counting body;

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new Counting(super.getInputStream());
            }
            return body;
        }

        boolean isTooSlow() {
            return body != null && body.tooSlow;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counting extends ServletInputStream {
        private final ServletInputStream body;
        private final long start = System.nanoTime();
        private long read;
        private boolean tooSlow;

        Counting(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = body.read(buffer, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > MAX_BYTES) {
                throw new BodyTooLargeException();
            }
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                tooSlow = true;
                throw new SocketTimeoutException("The body was not there after " + LONGEST);
            }
        }

        @Override
        public int available() throws IOException {
            return body.available();
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
