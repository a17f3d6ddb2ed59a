package com.modex.booking.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.adapter.postgres.TestDatabase;
import com.modex.booking.adapter.postgres.TestPostgres;
import com.modex.booking.bootstrap.BookingServer;
import com.modex.booking.journey.RunningServer;
import com.modex.booking.journey.TestIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What callers send is theirs: the server's output tells of it only what is needed to find a fault. */
@ExtendWith(OutputCaptureExtension.class)
class LogHygieneTest {
    private static final String PASSWORD = "correct-horse-battery-staple";
    private static final String USER = "eve.adams@personal.example";

    /** In input that would begin a line of its own, if the input's line breaks got into the log as they are. */
    private static final String FORGED = "2026-11-25T00:00:00.000Z ERROR forged by the input";

    /** The embedded PostgreSQL tells its own log, which is not the server's, in the same place. */
    private static final String DATABASE_LOG_OFF = "--logging.level.io.zonky.test=warn";

    private static final String LINE_BREAK = "%0D%0A";
    private static final int PATIENCE_MILLIS = 30_000;

    @Test
    void nothingThatCallersSendIsInTheOutput(CapturedOutput output) throws IOException {
        try (var issuer = TestIssuer.start();
                var server = issuer.startServer(database(), "--booking.rate-limit=off", DATABASE_LOG_OFF)) {
            String user = issuer.userToken(USER);
            String admin = issuer.adminToken("admin");
            String show = schedule(server, admin);

            sendWhatIsRight(server, user, show);
            sendWhatIsWrong(server, user, show);
            issuer.forgeries(USER).forEach((forgery, token) -> server.get(token, "/v1/bookings"));
            sendWhatIsNoHttp(server, user);
            meetFaultsOfTheDatabase(server, user, show);

            assertThat(output)
                    .as("what is looked through, with the fault that was met")
                    .contains("Started ", "A request came to an unexpected end", "refused_by_this_test");
            var secrets = new TreeMap<>(issuer.forgeries(USER));
            secrets.put("the user's token", user);
            secrets.put("its claims", claimsOf(user));
            secrets.put("its signature", signatureOf(user));
            secrets.put("the admin's token", admin);
            secrets.put("the user's id", USER);
            secrets.put("a line of the input's", FORGED);
            secrets.put("the database's password", PASSWORD);
            secrets.remove("garbage");
            assertThat(secrets)
                    .as("what is in the output")
                    .allSatisfy((secret, text) ->
                            assertThat(output.toString().contains(text)).isFalse());
        }
    }

    @Test
    void aStartWithoutADatabaseDoesNotTellThePassword(CapturedOutput output) {
        try (var issuer = TestIssuer.start()) {
            var server = new SpringApplicationBuilder(BookingServer.class);
            String[] settings = issuer.settings(
                    "--server.port=0",
                    "--spring.profiles.active=production",
                    "--spring.datasource.hikari.connection-timeout=250",
                    "--DATABASE_URL=postgres://booking:" + PASSWORD + "@127.0.0.1:1/booking?sslmode=disable");

            assertThatThrownBy(() -> server.run(settings)).isNotNull();
            assertThat(output).contains("127.0.0.1:1").doesNotContain(PASSWORD);
        }
    }

    /** The embedded PostgreSQL asks for no password, so that any will do. */
    private static TestDatabase database() {
        TestDatabase database = TestPostgres.newDatabase();
        return new TestDatabase(
                database.jdbcUrl(),
                database.username(),
                database.password().isEmpty() ? PASSWORD : database.password());
    }

    private static String schedule(RunningServer server, String admin) {
        return server.post(admin, "/v1/shows", RunningServer.showBody("Hamlet", 10))
                .json()
                .path("id")
                .asString();
    }

    private static void sendWhatIsRight(RunningServer server, String user, String show) {
        String path = "/v1/shows/" + show + "/bookings";
        String booking = server.post(user, path, "{\"seats\": [1], \"confirm\": false}")
                .json()
                .path("id")
                .asString();
        server.post(user, "/v1/bookings/" + booking + "/confirm");
        server.post(user, path, "{\"seats\": [1]}");
        server.post(user, path, "{\"seats\": [99]}");
        server.get(user, "/v1/bookings");
        server.post(user, "/v1/bookings/" + booking + "/cancel");
    }

    private static void sendWhatIsWrong(RunningServer server, String user, String show) {
        String forged = LINE_BREAK + FORGED.replace(" ", "%20");
        for (String path : List.of(
                "/" + forged,
                "/v1/shows/" + forged,
                "/v1/shows/" + show + "/" + forged,
                "/v1/shows?q=" + forged,
                "/v1/shows?limit=" + forged,
                "/v1/shows?type=" + forged,
                "/v1/shows?from=" + forged,
                "/v1/shows?cursor=" + forged,
                "/v1/shows?" + forged + "=1",
                "/v1/bookings/" + forged,
                "/v1/bookings?access_token=" + user)) {
            server.get(user, path);
        }
        String inJson = "\\r\\n" + FORGED;
        for (String body : List.of(
                "{\"" + inJson + "\": 1}",
                "{\"seats\": \"" + inJson + "\"}",
                "{\"seats\": [1], \"confirm\": \"" + inJson + USER + "\"}",
                "{\"seats\": [1], \"user_id\": \"" + USER + "\"}",
                "\r\n" + FORGED + "\r\n",
                "{\"seats\": [1]} \r\n" + FORGED)) {
            server.post(user, "/v1/shows/" + show + "/bookings", body);
        }
        for (String header :
                List.of("Idempotency-Key", "traceparent", "If-None-Match", "Accept", "User-Agent", "Cookie")) {
            server.send(server.request(user, "/v1/shows/" + show + "/bookings")
                    .header(header, USER + " " + FORGED)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}")));
        }
    }

    /** Tomcat tells its log of the first that it meets of each kind. */
    private static void sendWhatIsNoHttp(RunningServer server, String user) throws IOException {
        String rest = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        for (String request : List.of(
                "GET /v1/bookings" + rest + "Authorization: Bearer " + user + "\u0001\r\n\r\n",
                "GET /v1/bookings" + rest + "Authorization Bearer " + user + "\r\n\r\n",
                "GET /v1/bookings" + rest + "Authorization\u0000: Bearer " + user + "\r\n\r\n",
                "GET /v1/bookings?access_token=" + user + "&x=\\<>" + rest + "\r\n",
                "GET /v1/bookings?x=%zz" + user + rest + "\r\n",
                "GET /v1/\\" + user + rest + "\r\n",
                user + " /v1/bookings" + rest + "\r\n",
                "G(T" + user + " /v1/bookings" + rest + "\r\n",
                "GET /v1/bookings HTTP/" + user + "\r\n\r\n",
                "GET /v1/bookings" + rest + "Cookie: token=\"" + user + "; " + USER + "=\u0001\r\n\r\n",
                "GET /v1/bookings" + rest + "Cookie: token=" + user + "\u00ff; " + USER + "={\"\r\n\r\n",
                "GET /v1/bookings" + rest + "Host: " + USER + "\r\n\r\n",
                "GET /v1/bookings" + rest + "Transfer-Encoding: " + USER + "\r\n\r\n",
                "GET /v1/bookings" + rest + "Content-Length: " + USER + "\r\n\r\n",
                "GET /v1/shows" + rest + "X: a\r" + FORGED + "\r\n\r\n",
                "GET /v1/shows\n" + FORGED + rest + "\r\n")) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                        .as(request)
                        .doesNotContain("INTERNAL_ERROR");
            }
        }
    }

    /** PostgreSQL tells of the whole row that it refuses, and so of whose booking it would have been. */
    private static void meetFaultsOfTheDatabase(RunningServer server, String user, String show) {
        server.execute("ALTER TABLE bookings ADD CONSTRAINT refused_by_this_test CHECK (false) NOT VALID");
        assertThat(server.post(user, "/v1/shows/" + show + "/bookings", "{\"seats\": [2]}")
                        .problem())
                .isEqualTo("500 INTERNAL_ERROR");
        server.execute("ALTER TABLE bookings DROP CONSTRAINT refused_by_this_test");
    }

    private static String claimsOf(String token) {
        return token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    }

    private static String signatureOf(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
