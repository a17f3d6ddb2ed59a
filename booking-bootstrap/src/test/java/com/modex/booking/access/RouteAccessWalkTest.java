package com.modex.booking.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.adapter.rest.caching.ReadyAnswer;
import com.modex.booking.journey.RunningServer;
import com.modex.booking.journey.RunningServer.Answer;
import com.modex.booking.journey.TestIssuer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every route of the running server, asked for by every kind of caller with a request that the right caller gets done. A
 * route without a row fails, so whoever adds one says who may call it.
 */
class RouteAccessWalkTest {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** No example of the API's description has this name. */
    private static final String ALICE = "alice.walker";

    private static final List<Row> ROWS = List.of(
            new Row("GET /v1/shows", Who.ANYBODY, 200),
            new Row("POST /v1/shows", Who.ADMIN, 201, RunningServer.showBody("Othello", 3)),
            new Row("GET /v1/shows/{show_id}", Who.ANYBODY, 200),
            new Row("PATCH /v1/shows/{show_id}", Who.ADMIN, 200, "{\"name\": \"Macbeth\"}"),
            new Row("POST /v1/shows/{show_id}/cancel", Who.ADMIN, 200, "{}"),
            new Row("GET /v1/shows/{show_id}/seats", Who.ANYBODY, 200),
            new Row("POST /v1/shows/{show_id}/seats/block", Who.ADMIN, 200, "{\"seats\": [9]}"),
            new Row("POST /v1/shows/{show_id}/seats/unblock", Who.ADMIN, 200, "{\"seats\": [9]}"),
            new Row("GET /v1/shows/{show_id}/availability", Who.ANYBODY, 200),
            new Row("GET /v1/shows/{show_id}/bookings", Who.ADMIN, 200),
            new Row("POST /v1/shows/{show_id}/bookings", Who.USER, 201, "{\"quantity\": 1}"),
            new Row("GET /v1/bookings", Who.USER, 200),
            new Row("GET /v1/bookings/{booking_id}", Who.ITS_USER_OR_AN_ADMIN, 200),
            new Row("POST /v1/bookings/{booking_id}/confirm", Who.ITS_USER, 200, "{}"),
            new Row("POST /v1/bookings/{booking_id}/extend", Who.ITS_USER, 200, "{}"),
            new Row("POST /v1/bookings/{booking_id}/cancel", Who.ITS_USER, 200, "{}"),
            new Row("GET /actuator/health/liveness", Who.ANYBODY, 200),
            new Row("GET /actuator/health/readiness", Who.ANYBODY, 200),
            new Row("GET /v3/api-docs", Who.ANYBODY, 200),
            // What Spring and springdoc bring, and the rules keep shut.
            new Row("GET /v3/api-docs.yaml", Who.NOBODY, 404),
            new Row("* /error", Who.NOBODY, 404),
            new Row("* /**", Who.NOBODY, 404).at("/application.yaml"),
            new Row("* /webjars/**", Who.NOBODY, 404).at("/webjars/swagger-ui/index.html"));

    /** Routes of the local profile alone: it binds to loopback, and hands out tokens to whoever asks. */
    private static final List<Row> LOCAL_ROWS = List.of(
            new Row("POST /local/tokens", Who.ANYBODY, 200, "{\"user_id\": \"dora\"}"),
            new Row("GET /swagger-ui.html", Who.ANYBODY, 302),
            new Row("GET /v3/api-docs/swagger-config", Who.ANYBODY, 200),
            new Row("* /swagger-ui/**", Who.ANYBODY, 200).at("/swagger-ui/swagger-ui.css"),
            new Row("* /swagger-ui/*index.html", Who.ANYBODY, 200).at("/swagger-ui/index.html"),
            new Row("* /swagger-ui/*swagger-initializer.js", Who.ANYBODY, 200).at("/swagger-ui/swagger-initializer.js"),
            // The same files once more, which the rules keep shut here, too.
            new Row("* /webjars/*swagger-ui/**", Who.NOBODY, 404).at("/webjars/swagger-ui/swagger-ui.css"),
            new Row("* /webjars/*swagger-ui/*index.html", Who.NOBODY, 404).at("/webjars/swagger-ui/index.html"),
            new Row("* /webjars/*swagger-ui/*swagger-initializer.js", Who.NOBODY, 404)
                    .at("/webjars/swagger-ui/swagger-initializer.js"),
            new Row("* /webjars/*swagger-ui/{version}/*index.html", Who.NOBODY, 404)
                    .at("/webjars/swagger-ui/1.0/index.html"),
            new Row("* /webjars/*swagger-ui/{version}/*swagger-initializer.js", Who.NOBODY, 404)
                    .at("/webjars/swagger-ui/1.0/swagger-initializer.js"));

    private static TestIssuer issuer;
    private static RunningServer server;
    private static Map<Caller, String> tokens;
    private static Map<String, String> forgeries;

    private String show = "";
    private String booking = "";

    @BeforeAll
    static void start() {
        issuer = TestIssuer.start();
        server = issuer.startServer("--booking.rate-limit=off");
        tokens = Map.of(
                Caller.BOB, issuer.userToken("bob"),
                Caller.CAROL_THE_ADMIN, issuer.adminToken("carol"),
                Caller.ALICE, issuer.userToken(ALICE));
        forgeries = issuer.forgeries("carol");
    }

    @AfterAll
    static void stop() {
        server.close();
        issuer.close();
    }

    /** What a caller must be; the booking is Alice's. */
    enum Who {
        ANYBODY,
        USER,
        ITS_USER,
        ITS_USER_OR_AN_ADMIN,
        ADMIN,
        NOBODY
    }

    /**
     * Who may call one route.
     *
     * @param route as {@link Route} lists it
     * @param path one of the route's paths
     * @param answer the status that whoever may call it gets
     */
    record Row(
            String route,
            String path,
            Who who,
            int answer,
            @Nullable String body) {
        Row(String route, Who who, int answer) {
            this(route, pathOf(route), who, answer, null);
        }

        Row(String route, Who who, int answer, String body) {
            this(route, pathOf(route), who, answer, body);
        }

        private static String pathOf(String route) {
            return route.substring(route.indexOf(' ') + 1);
        }

        Row at(String other) {
            return new Row(route, other, who, answer, body);
        }

        Row shut() {
            return new Row(route, path, Who.NOBODY, 404, body);
        }

        List<String> methods() {
            if (!route.startsWith("*")) {
                return List.of(route.substring(0, route.indexOf(' ')));
            }
            return who == Who.NOBODY ? List.of("GET", "POST") : List.of("GET");
        }

        @Override
        public String toString() {
            return route.equals(methods().getFirst() + " " + path) ? route : route + " at " + path;
        }
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() {
        assertThat(Route.allOf(server)).isEqualTo(routesOf(ROWS.stream()));
    }

    @Test
    void theLocalProfileAddsWhatIsSaidHereAndNoMore() {
        try (var local = RunningServer.start()) {
            assertThat(Route.allOf(local)).isEqualTo(routesOf(Stream.concat(ROWS.stream(), LOCAL_ROWS.stream())));
            for (Row row : LOCAL_ROWS) {
                for (String method : row.methods()) {
                    assertThat(call(local, null, method, row).status())
                            .as("%s %s without a token", method, row.path())
                            .isEqualTo(row.answer());
                }
            }
        }
    }

    /** It is sent before anybody asks what its caller may do. */
    @Test
    void anAnswerThatIsReadyIsOneForAnybody() {
        assertThat(Route.returning(ReadyAnswer.class, server))
                .isNotEmpty()
                .isSubsetOf(routesOf(ROWS.stream().filter(row -> row.who() == Who.ANYBODY)));
    }

    private static Set<String> routesOf(Stream<Row> rows) {
        return rows.map(Row::route).collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<Row> rows() {
        return Stream.concat(ROWS.stream(), LOCAL_ROWS.stream().map(Row::shut));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aRouteIsForThoseWhoMayCallItAndForNobodyElse(Row row) {
        scheduleShowWithABookingOfAlice();
        String before = everything();

        for (String method : row.methods()) {
            for (Caller caller : Caller.values()) {
                if (!may(caller, row.who())) {
                    assertRefused(row, method, caller, call(server, tokenOf(caller), method, row));
                }
            }
            forgeries.forEach((forgery, token) -> {
                Answer answer = call(server, token, method, row);
                assertThat(problemOf(answer, method))
                        .as("%s %s with a forged token: %s", method, row.path(), forgery)
                        .isEqualTo(method.equals("HEAD") ? "401" : "401 UNAUTHENTICATED");
                assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
                assertThat(answer.header("Set-Cookie")).isEmpty();
            });
        }
        assertThat(everything()).as("the tables after all refusals").isEqualTo(before);

        for (String method : row.methods()) {
            for (Caller caller : Caller.values()) {
                if (may(caller, row.who())) {
                    Answer answer = call(server, tokenOf(caller), method, row);
                    assertThat(answer.status())
                            .as("%s %s by %s", method, row.path(), caller)
                            .isEqualTo(row.answer());
                    if (caller == Caller.NO_TOKEN || caller == Caller.BOB) {
                        assertThat(answer.response().body())
                                .as("what %s reads", caller)
                                .doesNotContain(ALICE, booking);
                    }
                }
            }
        }
    }

    /** Somebody without a token, two users and an admin; the booking is Alice's. */
    private enum Caller {
        NO_TOKEN,
        BOB,
        CAROL_THE_ADMIN,
        ALICE
    }

    private static @Nullable String tokenOf(Caller caller) {
        return tokens.get(caller);
    }

    private static boolean may(Caller caller, Who who) {
        return switch (who) {
            case ANYBODY -> true;
            case USER -> caller != Caller.NO_TOKEN;
            case ITS_USER -> caller == Caller.ALICE;
            case ITS_USER_OR_AN_ADMIN -> caller == Caller.ALICE || caller == Caller.CAROL_THE_ADMIN;
            case ADMIN -> caller == Caller.CAROL_THE_ADMIN;
            case NOBODY -> false;
        };
    }

    /** Whose booking it is not, is told that there is none. */
    private static void assertRefused(Row row, String method, Caller caller, Answer answer) {
        String problem =
                switch (row.who()) {
                    case NOBODY -> "404 NOT_FOUND";
                    case ADMIN -> caller == Caller.NO_TOKEN ? "401 UNAUTHENTICATED" : "403 FORBIDDEN";
                    default -> caller == Caller.NO_TOKEN ? "401 UNAUTHENTICATED" : "404 BOOKING_NOT_FOUND";
                };
        assertThat(problemOf(answer, method))
                .as("%s %s by %s", method, row.path(), caller)
                .isEqualTo(method.equals("HEAD") ? problem.substring(0, 3) : problem);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    private static String problemOf(Answer answer, String method) {
        return method.equals("HEAD") ? Integer.toString(answer.status()) : answer.problem();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aMethodThatARouteDoesNotHaveIsDenied(Row row) {
        scheduleShowWithABookingOfAlice();
        var known = rows().filter(other -> other.path().equals(row.path()))
                .flatMap(other -> other.methods().stream())
                .collect(Collectors.toSet());
        if (known.contains("GET")) {
            known.add("HEAD");
        }

        for (String method : METHODS) {
            if (!known.contains(method) && !method.equals("OPTIONS")) {
                for (Caller caller : Caller.values()) {
                    assertThat(call(server, tokenOf(caller), method, row).status())
                            .as("%s %s by %s", method, row.path(), caller)
                            .isIn(401, 403, 404, 405);
                }
            }
        }
        assertThat(call(server, null, "OPTIONS", row).status()).isIn(401, 404);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aHeadAsksForWhatTheGetAsksFor(Row row) {
        if (row.methods().contains("GET")) {
            scheduleShowWithABookingOfAlice();
            for (Caller caller : Caller.values()) {
                assertThat(call(server, tokenOf(caller), "HEAD", row).status())
                        .as("HEAD %s by %s", row.path(), caller)
                        .isEqualTo(call(server, tokenOf(caller), "GET", row).status());
            }
        }
    }

    /** Names of things that servers tend to have, and the routes' own names in other dress. */
    @Test
    void whatIsNoRouteIsDenied() {
        scheduleShowWithABookingOfAlice();
        var paths = new ArrayList<>(List.of(
                "/",
                "/v1",
                "/v1/",
                "/v2/shows",
                "/V1/shows",
                "/1/shows",
                "/index.html",
                "/favicon.ico",
                "/robots.txt",
                "/login",
                "/logout",
                "/oauth2/authorize",
                "/.env",
                "/.git/config",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/application.properties",
                "/db/migration/V1__shows_seats_bookings.sql",
                "/examples/bookSeats.json",
                "/static/index.html",
                "/actuator",
                "/actuator/health",
                "/actuator/health/ping",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/actuator/loggers",
                "/actuator/metrics",
                "/actuator/prometheus",
                "/actuator/shutdown",
                "/actuator/info",
                "/actuator/mappings",
                "/actuator/flyway",
                "/actuator/health/db",
                "/v3/api-docs/bookings",
                "/h2-console",
                "/console",
                "/graphql",
                "/jolokia",
                "/manager/html",
                "/swagger-ui/swagger-ui.css",
                "/swagger-resources"));
        for (Row row : ROWS) {
            String path = filled(row.path());
            paths.add(path + "/");
            paths.add(path + "/x");
            paths.add(path + ".json");
            paths.add(path + "%20");
            paths.add("/api" + path);
            paths.add(path.toUpperCase(Locale.ROOT));
            paths.add(path.replace("/v1/", "/v1/x/"));
        }
        paths.removeIf(path ->
                ROWS.stream().anyMatch(row -> path.matches(row.path().replaceAll("\\{[^}]*}", "[^/]+"))));
        String before = everything();

        for (String path : paths) {
            for (String method : List.of("GET", "POST")) {
                for (Caller caller : List.of(Caller.NO_TOKEN, Caller.CAROL_THE_ADMIN)) {
                    assertThat(send(server, tokenOf(caller), method, path, "{}").status())
                            .as("%s %s by %s", method, path, caller)
                            .isBetween(400, 499);
                }
            }
        }
        assertThat(everything()).isEqualTo(before);
    }

    /** To Spring some of these are the route itself; then its rules must hold for them, too. */
    @Test
    void noSpellingOfAPathGetsAroundItsRule() {
        scheduleShowWithABookingOfAlice();
        String before = everything();
        for (Row row : ROWS) {
            String path = filled(row.path());
            var spellings = List.of(
                    path + ";x=1",
                    path + "%3B",
                    path + "%2F",
                    path + "%00",
                    path + "%0A",
                    path + "?",
                    path + "/.",
                    path + "/../" + path.substring(path.lastIndexOf('/') + 1),
                    "/" + path,
                    "/v3/api-docs/.." + path,
                    path.replace("s", "%73"),
                    path.replace("s", "%2573"),
                    path.replace("/", "%2F").replaceFirst("%2F", "/"));
            for (String spelling : spellings) {
                for (String method : row.methods()) {
                    for (Caller caller : List.of(Caller.NO_TOKEN, Caller.BOB)) {
                        if (!may(caller, row.who())) {
                            assertThat(send(server, tokenOf(caller), method, spelling, row.body())
                                            .status())
                                    .as("%s %s by %s", method, spelling, caller)
                                    .isBetween(400, 499);
                        }
                    }
                }
            }
        }
        assertThat(everything()).isEqualTo(before);
    }

    private void scheduleShowWithABookingOfAlice() {
        show = server.post(tokenOf(Caller.CAROL_THE_ADMIN), "/v1/shows", RunningServer.showBody("Hamlet", 10))
                .json()
                .path("id")
                .asString();
        booking = server.post(
                        tokenOf(Caller.ALICE),
                        "/v1/shows/" + show + "/bookings",
                        "{\"seats\": [1, 2], \"confirm\": false}")
                .json()
                .path("id")
                .asString();
        assertThat(booking).isNotEmpty();
    }

    /** One text for all that is stored. */
    private static String everything() {
        return server.sql("""
                SELECT (SELECT md5(string_agg(s::text, ';' ORDER BY s::text)) FROM shows s),
                       (SELECT md5(string_agg(s::text, ';' ORDER BY s::text)) FROM seats s),
                       (SELECT md5(string_agg(b::text, ';' ORDER BY b::text)) FROM bookings b)
                """).toString();
    }

    private Answer call(RunningServer called, @Nullable String token, String method, Row row) {
        return send(called, token, method, filled(row.path()), row.body());
    }

    private String filled(String path) {
        return path.replace("{show_id}", show).replace("{booking_id}", booking);
    }

    private static Answer send(
            RunningServer called, @Nullable String token, String method, String path, @Nullable String body) {
        var request = called.request(token, path);
        if (method.equals("PATCH")) {
            request.header("If-Match", "*");
        }
        return called.send(
                body == null
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body)));
    }
}
