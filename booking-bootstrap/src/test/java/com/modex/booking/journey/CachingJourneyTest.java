package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What caches on the way may keep, and how a client learns that what it has is still so. */
class CachingJourneyTest {
    private static RunningServer server;
    private static String admin;
    private static String alice;
    private static String show;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
        admin = server.adminToken();
        alice = server.userToken("alice");
        show = server.scheduleShow(50);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void nobodyKeepsACopyOfABooking() {
        Answer booked = server.post(alice, "/v1/shows/" + show + "/bookings", "{\"seats\": [50], \"confirm\": false}");
        assertThat(booked.status()).isEqualTo(201);
        String booking = "/v1/bookings/" + booked.json().path("id").asString();

        assertNotKept(booked, 201);
        assertNotKept(server.get(alice, booking), 200);
        assertNotKept(server.get(alice, "/v1/bookings"), 200);
        assertNotKept(server.post(alice, booking + "/confirm"), 200);
        assertNotKept(server.post(alice, booking + "/cancel"), 200);
    }

    @Test
    void nobodyKeepsACopyOfAnError() {
        assertNotKept(server.get(null, "/v1/bookings"), 401);
        assertNotKept(server.get("garbage", "/v1/shows"), 401);
        assertNotKept(server.post(alice, "/v1/shows", "{}"), 403);
        assertNotKept(server.get(alice, "/v1/bookings/1"), 404);
        assertNotKept(server.get(null, "/v1/shows/1"), 404);
        assertNotKept(server.get(null, "/v1/shows/1/seats"), 404);
        assertNotKept(server.get(null, "/unknown"), 404);
        assertNotKept(server.get(null, "/v1/shows?limit=0"), 400);
        assertNotKept(server.get(alice, "/v1/bookings?cursor=x"), 400);
        assertNotKept(server.post(alice, "/v1/bookings", "{}"), 405);
        assertNotKept(server.send(server.request(alice, "/v1/bookings").header("Accept", "text/html")), 406);
        assertNotKept(server.post(alice, "/v1/shows/" + show + "/bookings", "{\"seats\": [51]}"), 422);
    }

    @ParameterizedTest
    @CsvSource({"GET /v1/bookings/[ HTTP/1.1, 400", "GET /v1/bookings HTTP/9.9, 505"})
    void norOfOneThatNeverReachesTheApplication(String requestLine, int status) throws IOException {
        try (var socket = new Socket("localhost", server.port())) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 " + status).containsIgnoringCase("\r\nCache-Control: no-store\r\n");
        }
    }

    @Test
    void whatNothingIsSaidAboutIsNotKept() {
        assertNotKept(server.post(admin, "/v1/shows", RunningServer.showBody("Hamlet", 1)), 201);
        assertNotKept(server.post(null, "/local/tokens", "{\"user_id\": \"alice\"}"), 200);
        assertNotKept(server.get(null, "/actuator/health/liveness"), 200);
    }

    private static void assertNotKept(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.response().headers().allValues("Cache-Control")).containsExactly("no-store");
    }
}
