package com.modex.booking.adapter.rest.connector;

import java.time.Duration;
import org.apache.coyote.ProtocolHandler;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Has those served who have come, before the server stops. Spring Boot waits for requests that are worked on, but Tomcat
 * then hangs up on those that are still waiting for their turn. This goes first: nobody new is let in, each connection is
 * closed after its next answer, and the stop goes on once nobody is waiting.
 */
final class Draining implements SmartLifecycle {
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    /** What has arrived is handed to a thread within that time. */
    private static final Duration QUIET = Duration.ofMillis(100);

    private volatile @Nullable ProtocolHandler protocol;
    private volatile @Nullable LimitedVirtualThreads threads;
    private volatile boolean running;

    void of(ProtocolHandler drained, LimitedVirtualThreads working) {
        protocol = drained;
        threads = working;
    }

    @Override
    public void start() {
        running = true;
    }

    /** In the last phase of all to start, so before the web server stops. */
    @Override
    public void stop() {
        running = false;
        ProtocolHandler drained = protocol;
        LimitedVirtualThreads working = threads;
        if (drained == null || working == null) {
            return;
        }
        if (drained instanceof AbstractHttp11Protocol<?> http) {
            http.setMaxKeepAliveRequests(1);
        }
        drained.closeServerSocketGraceful();
        working.awaitQuiet(QUIET, AT_MOST);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
