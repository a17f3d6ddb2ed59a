package com.modex.booking.adapter.rest.connector;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Ends a request that was answered before its body had come. Tomcat would wait for the rest for as long as a byte comes now
 * and then, to have the connection ready for the next request. Here it is waited for a second, or for the pause that a body
 * may make, by a few requests at once, so that who sends in good faith gets to read the answer; then the connection is
 * closed.
 */
final class UnreadBodyValve extends ValveBase {
    private static final Duration LINGERING = Duration.ofSeconds(1);
    private static final int LINGERING_AT_ONCE = 20;

    /** As Tomcat does: who sends more has to notice it by a closed connection. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final Semaphore lingering = new Semaphore(LINGERING_AT_ONCE);

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        var body = new Unread(request.getCoyoteRequest());
        if (body.isAtTheEnd()) {
            return;
        }
        response.finishResponse();
        if (lingering.tryAcquire()) {
            try {
                body.readOn();
            } finally {
                lingering.release();
            }
        }
        if (!body.isAtTheEnd()) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** What was not read of a body, and nobody wants to know. */
    private static final class Unread implements ApplicationBufferHandler {
        private final org.apache.coyote.Request request;
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        Unread(org.apache.coyote.Request request) {
            this.request = request;
        }

        boolean isAtTheEnd() {
            var isRead = new AtomicBoolean();
            request.action(ActionCode.REQUEST_BODY_FULLY_READ, isRead);
            return isRead.get();
        }

        void readOn() {
            long start = System.nanoTime();
            int bytes = 0;
            try {
                while (!isAtTheEnd() && bytes < MOST_BYTES && System.nanoTime() - start < LINGERING.toNanos()) {
                    bytes += request.doRead(this);
                }
            } catch (IOException _) {
                // Nothing came for long, or the client has gone: either way it is not waited for.
            }
        }

        @Override
        public void setByteBuffer(ByteBuffer read) {
            buffer = read;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        /** The buffer is Tomcat's own. */
        @Override
        public void expand(int size) {}
    }
}
