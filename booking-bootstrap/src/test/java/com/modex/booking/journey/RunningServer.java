package com.modex.booking.journey;

import com.modex.booking.adapter.postgres.TestDatabase;
import com.modex.booking.adapter.postgres.TestPostgres;
import com.modex.booking.bootstrap.BookingServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server on a port and a database of its own, and what a client and an onlooker with SQL can do to it. */
public final class RunningServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningServer(TestDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
        this.port = ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** A server that makes its own tokens. */
    public static RunningServer start(String... settings) {
        return startInProfile("local", settings);
    }

    public static RunningServer startInProfile(String profile, String... settings) {
        return startInProfile(profile, TestPostgres.newDatabase(), settings);
    }

    /** One more server on the same database. It makes its own tokens; the other one's are nothing to it. */
    public RunningServer startAnother(String... settings) {
        return startInProfile("local", database, settings);
    }

    static RunningServer startInProfile(String profile, TestDatabase database, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.profiles.active=" + profile,
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        arguments.addAll(List.of(settings));
        if (arguments.stream().noneMatch(setting -> setting.startsWith("--booking.warm-up="))) {
            // Every test would wait for it.
            arguments.add("--booking.warm-up=0s");
        }
        return new RunningServer(
                database, new SpringApplicationBuilder(BookingServer.class).run(arguments.toArray(String[]::new)));
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return port;
    }

    public String adminToken() {
        return token("admin", true);
    }

    public String userToken(String user) {
        return token(user, false);
    }

    private String token(String user, boolean admin) {
        return post(null, "/local/tokens", "{\"user_id\": \"%s\", \"admin\": %b}".formatted(user, admin))
                .json()
                .path("token")
                .asString();
    }

    /** A new show that starts in a month. */
    public String scheduleShow(int totalSeats) {
        return post(adminToken(), "/v1/shows", showBody("Hamlet", totalSeats))
                .json()
                .path("id")
                .asString();
    }

    public static String showBody(String name, int totalSeats) {
        return "{\"name\": \"%s\", \"type\": \"SHOW\", \"start_time\": \"%s\", \"total_seats\": %d}"
                .formatted(name, inDays(30), totalSeats);
    }

    public static Instant inDays(int days) {
        return Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }

    public Answer get(@Nullable String token, String path) {
        return send(request(token, path).GET());
    }

    public Answer post(@Nullable String token, String path, String body) {
        Answer answer = send(request(token, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.status() < 300) {
            DescribedApi.CHECKED_IN.checkAccepted("POST", answer.response().uri(), body);
        }
        return answer;
    }

    /** A POST without a body and without its type. */
    public Answer post(@Nullable String token, String path) {
        return send(request(token, path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    public HttpRequest.Builder request(@Nullable String token, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** What comes back is what the description says, or the test fails. */
    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            DescribedApi.CHECKED_IN.check(DescribedApi.Seen.of(response));
            return new Answer(response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a query, their columns joined by a blank. */
    public List<String> sql(String query) {
        try (Connection connection = database.dataSource().getConnection()) {
            return Rows.of(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String command) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A rival's transaction: what it locks stays locked until it is closed. */
    public Rival openTransaction() throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        return new Rival(connection);
    }

    public record Rival(Connection connection) implements AutoCloseable {
        public void execute(String command) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(command);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    /** Puts every hold's end into the past, as if its time had passed. */
    public void letHoldsRunOut() {
        execute("""
                UPDATE bookings SET expires_at = clock_timestamp() - interval '1 second' WHERE status = 'PENDING';
                UPDATE seats SET held_until = clock_timestamp() - interval '1 second' WHERE held_until IS NOT NULL
                """);
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }

    /**
     * As if the process were killed in the middle of whatever it is doing. First nobody who waits gets an answer any more,
     * then its connections to the database are cut and no new one can be had: what has not been committed by then never
     * is. The threads end afterwards, without a way to anybody.
     */
    public void crash() {
        // Else those who lose their connection to the database would be told, as no killed process could tell them.
        client.shutdownNow();
        part(HikariDataSource.class).close();
        context.close();
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String code() {
            return json().path("code").asString();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The status and the problem's code, for a look at both at once. */
        public String problem() {
            return status() + " " + code();
        }
    }
}
