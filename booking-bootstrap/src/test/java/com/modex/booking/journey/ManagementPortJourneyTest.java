package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The actuator has a port of its own; the port of the API has the probes, and nothing else of it. */
class ManagementPortJourneyTest {
    private static int managementPort;
    private static RunningServer server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        try (var free = new ServerSocket(0)) {
            managementPort = free.getLocalPort();
        }
        server = RunningServer.start("--management.server.port=" + managementPort);
    }

    @AfterAll
    static void stop() {
        server.close();
        CLIENT.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void probesAreAnsweredOnThePortOfTheApiWithoutDetails(String probe) {
        var answer = server.get(null, "/actuator/health/" + probe);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).hasToString("{\"status\":\"UP\"}");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/health", "/health/db", "/info", "/loggers", "/sbom", "/threaddump", "/env"})
    void nothingElseOfTheActuatorIsOnThePortOfTheApi(String path) {
        assertThat(server.get(server.adminToken(), "/actuator" + path).status()).isEqualTo(404);
    }

    @Test
    void onThePortForManagementHealthHasItsDetails() throws Exception {
        HttpResponse<String> health = manage("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"db\"").contains("PostgreSQL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/info", "/loggers", "/sbom", "/threaddump"})
    void thePortForManagementHasWhatAnOperatorLooksAt(String path) throws Exception {
        assertThat(manage("/actuator" + path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/shutdown", "/v1/shows"})
    void thePortForManagementHasNoSecretsAndNoApi(String path) throws Exception {
        // What has been answered there is at hand.
        askOn(server.port(), path);

        assertThat(manage(path).statusCode()).isEqualTo(404);
    }

    @Test
    void inTheLocalProfileNobodyReachesItFromOutside() throws IOException {
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses().toList()) {
                if (address instanceof Inet4Address && !address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, managementPort).close())
                            .isInstanceOf(ConnectException.class);
                }
            }
        }
    }

    private static HttpResponse<String> manage(String path) throws IOException, InterruptedException {
        return askOn(managementPort, path);
    }

    private static HttpResponse<String> askOn(int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
