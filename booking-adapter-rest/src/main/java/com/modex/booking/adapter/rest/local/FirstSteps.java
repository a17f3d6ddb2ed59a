package com.modex.booking.adapter.rest.local;

import com.modex.booking.domain.UserId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;

/** Prints lines that can be pasted into a shell as they are, once the server is ready. */
final class FirstSteps implements ApplicationListener<ApplicationReadyEvent> {
    private static final int DAYS_AHEAD = 30;

    private final LocalIssuer issuer;
    private final Clock clock;

    FirstSteps(LocalIssuer issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("SystemOut") // A log line's prefix would have to be cut off before it can be pasted.
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            String data = event.getApplicationContext()
                    .getEnvironment()
                    .getProperty("booking.local.data-directory", "the database that DATABASE_URL names");
            System.out.println(
                    lines("http://localhost:" + context.getWebServer().getPort(), data));
        }
    }

    private String lines(String url, String data) {
        return """

                The booking server is ready: %1$s
                Its data is in: %2$s

                # A token for an admin and one for the user alice, good for 12 hours
                ADMIN=%3$s
                ALICE=%4$s

                # Schedule a show with 20 seats, look at its seats, book two of them, list your bookings
                SHOW=$(curl -s %1$s/v1/shows -H "Authorization: Bearer $ADMIN" -H 'Content-Type: application/json' \\
                  -d '{"name": "Hamlet", "type": "SHOW", "start_time": "%5$s", "total_seats": 20}' | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')
                curl -sw '\\n' %1$s/v1/shows/$SHOW/seats
                curl -sw '\\n' %1$s/v1/shows/$SHOW/bookings -H "Authorization: Bearer $ALICE" -H 'Content-Type: application/json' -d '{"seats": [3, 4]}'
                curl -sw '\\n' %1$s/v1/bookings -H "Authorization: Bearer $ALICE"

                # A token for anybody else
                curl -sw '\\n' %1$s/local/tokens -H 'Content-Type: application/json' -d '{"user_id": "bob", "admin": false}'
                """.formatted(
                        url,
                        data,
                        issuer.issue(new UserId("admin"), true),
                        issuer.issue(new UserId("alice"), false),
                        clock.instant().plus(DAYS_AHEAD, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS));
    }
}
