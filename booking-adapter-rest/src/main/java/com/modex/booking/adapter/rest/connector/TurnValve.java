package com.modex.booking.adapter.rest.connector;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Notes with each request how long it has waited for its turn to be worked on. */
public final class TurnValve extends ValveBase {
    private static final String WAITED = TurnValve.class.getName() + ".waited";

    /** Zero where nobody has noted it. */
    public static Duration waited(ServletRequest request) {
        return request.getAttribute(WAITED) instanceof Duration waited ? waited : Duration.ZERO;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(WAITED, LimitedVirtualThreads.takeWaited());
        getNext().invoke(request, response);
    }
}
