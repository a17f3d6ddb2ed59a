package com.modex.booking.adapter.rest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedKeysTest {
    private static final String KEYS = "{\"keys\": [{\"kty\": \"oct\", \"kid\": \"a\", \"k\": \"AAAA\"}]}";

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.close();
    }

    @Test
    void keysAreReadWhereTheyAreSaidToBe() throws ParseException {
        serve("/keys", KEYS);

        assertThat(ids(new PublishedKeys("https://elsewhere.example", at("/keys"))))
                .containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /.well-known/openid-configuration",
        "/tenant, /tenant/.well-known/openid-configuration",
        "/tenant, /.well-known/openid-configuration/tenant",
        "/tenant, /.well-known/oauth-authorization-server/tenant"
    })
    void theIssuerSaysWhereTheyAre(String issuer, String metadata) throws ParseException {
        serve(metadata, "{\"issuer\": \"%s\", \"jwks_uri\": \"%s\"}".formatted(at(issuer), at("/keys")));
        serve("/keys", KEYS);

        assertThat(ids(new PublishedKeys(at(issuer), ""))).containsExactly("a");
    }

    @Test
    void theMetadataOfAnotherIssuerAreNotBelieved() {
        serve(
                "/.well-known/openid-configuration",
                "{\"issuer\": \"https://other.example\", \"jwks_uri\": \"%s\"}".formatted(at("/keys")));
        serve("/keys", KEYS);

        assertThatThrownBy(() -> new PublishedKeys(at(""), "").fetch())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another issuer's");
    }

    /** Three seconds are what it has; a test that hangs for a minute has found one that is waited for. */
    @Test
    @Timeout(60)
    void anIssuerThatSpeaksByteByByteIsNotListenedToForEver() {
        server.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            while (!isOver(100)) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        });

        assertThatThrownBy(() -> new PublishedKeys("https://elsewhere.example", at("/keys")).fetch())
                .isInstanceOf(RuntimeException.class);
    }

    private boolean isOver(long millis) {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void serve(String path, String json) {
        server.createContext(path, exchange -> {
            byte[] answer = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static List<String> ids(PublishedKeys published) throws ParseException {
        return published.fetch().getKeys().stream().map(JWK::getKeyID).toList();
    }
}
