package com.modex.booking.adapter.rest.bulkhead;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;

/** A response, and the place of its request, which is left once: as soon as anybody asks for what to write the answer to. */
final class AnsweredPlace extends HttpServletResponseWrapper {
    private final Runnable leaving;
    private final AtomicBoolean left = new AtomicBoolean();

    AnsweredPlace(HttpServletResponse response, Runnable leaving) {
        super(response);
        this.leaving = leaving;
    }

    void leave() {
        if (left.compareAndSet(false, true)) {
            leaving.run();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        leave();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        leave();
        return super.getWriter();
    }
}
