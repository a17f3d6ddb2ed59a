package com.modex.booking.journey;

import com.modex.booking.adapter.postgres.TestDatabase;
import com.modex.booking.adapter.postgres.TestPostgres;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An issuer of tokens whose keys are fetched over HTTP, and what a forger makes of what it publishes. */
public final class TestIssuer implements AutoCloseable {
    private static final String ISSUER = "https://issuer.example";
    private static final String AUDIENCE = "booking";
    private static final String KEY_ID = "1";
    private static final int KEY_BITS = 2048;

    private final HttpServer keys;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile RSAKey key = newKey();
    private volatile CompletableFuture<Void> speech = CompletableFuture.completedFuture(null);

    private TestIssuer(HttpServer keys) {
        this.keys = keys;
    }

    public static TestIssuer start() {
        try {
            var issuer =
                    new TestIssuer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            issuer.serve();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        keys.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        keys.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange, "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(location(), location())));
        keys.setExecutor(callers);
        keys.start();
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        calls.incrementAndGet();
        speech.join();
        byte[] answer = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** Takes questions from now on, and answers none until {@link #speakAgain}. */
    void fallSilent() {
        speech = new CompletableFuture<>();
    }

    void speakAgain() {
        speech.complete(null);
    }

    /** How often it was asked for anything. */
    int calls() {
        return calls.get();
    }

    /** Publishes another key in the place of the one before, and signs with it. */
    void changeKey() {
        key = newKey(UUID.randomUUID().toString());
    }

    private static RSAKey newKey() {
        return newKey(KEY_ID);
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(KEY_BITS).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    private String location() {
        return "http://localhost:" + keys.getAddress().getPort();
    }

    /** A server outside the local profile that trusts this issuer. */
    public RunningServer startServer(String... settings) {
        return startServer(TestPostgres.newDatabase(), settings);
    }

    public RunningServer startServer(TestDatabase database, String... settings) {
        return RunningServer.startInProfile("production", database, settings(settings));
    }

    /** These settings and those by which a server trusts this issuer. */
    public String[] settings(String... settings) {
        String[] trust = settingsOf(location() + "/keys");
        return Stream.concat(Stream.of(trust), Stream.of(settings)).toArray(String[]::new);
    }

    /** Settings by which a server finds the keys of this issuer by itself; see {@link #discoveredToken}. */
    String[] settingsOfDiscovery() {
        return new String[] {"--JWT_ISSUER_URI=" + location(), "--JWT_JWK_SET_URI=", "--JWT_AUDIENCE=" + AUDIENCE};
    }

    /** A token for a server that finds the keys by itself: this issuer is called by where it is. */
    String discoveredToken(String user) {
        return sign("JWT", with(claims(user), changed -> changed.issuer(location())));
    }

    static String[] settingsOf(String keySet) {
        return new String[] {"--JWT_ISSUER_URI=" + ISSUER, "--JWT_JWK_SET_URI=" + keySet, "--JWT_AUDIENCE=" + AUDIENCE};
    }

    public String userToken(String user) {
        return sign("JWT", claims(user));
    }

    public String adminToken(String user) {
        return sign("JWT", with(claims(user), changed -> changed.claim("scope", "booking:admin")));
    }

    /** Claims that are accepted when this issuer has signed them. */
    static JWTClaimsSet claims(String user) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user)
                .issueTime(in(Duration.ZERO))
                .expirationTime(in(Duration.ofHours(1)))
                .build();
    }

    static JWTClaimsSet with(JWTClaimsSet claims, UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder(claims)).build();
    }

    static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    String sign(@Nullable String type, JWTClaimsSet claims) {
        try {
            return sign(type, key.getKeyID(), JWSAlgorithm.RS256, new RSASSASigner(key), claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token of a key that nobody publishes. */
    String tokenOfUnknownKey(String user) {
        try {
            var signer = new RSASSASigner(key);
            return sign("JWT", UUID.randomUUID().toString(), JWSAlgorithm.RS256, signer, claims(user));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(@Nullable String type, JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        return sign(type, KEY_ID, algorithm, signer, claims);
    }

    private static String sign(
            @Nullable String type, String keyId, JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        var header = new JWSHeader.Builder(algorithm).keyID(keyId);
        if (type != null) {
            header.type(new JOSEObjectType(type));
        }
        var token = new SignedJWT(header.build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    /** Tokens that would be this admin's if they were not forged or out of order, by what is wrong with them. */
    public Map<String, String> forgeries(String admin) {
        var right = with(claims(admin), changed -> changed.claim("scope", "booking:admin"));
        var forgeries = new LinkedHashMap<String, String>();
        try {
            byte[] publicKey = key.toRSAPublicKey().getEncoded();
            forgeries.put("alg none", new PlainJWT(right).serialize());
            forgeries.put(
                    "HS256 with the public key", sign("JWT", JWSAlgorithm.HS256, new MACSigner(publicKey), right));
            forgeries.put(
                    "HS256 with the public key as PEM",
                    sign("JWT", JWSAlgorithm.HS256, new MACSigner(pem(publicKey)), right));
            forgeries.put(
                    "another key under the same id",
                    sign("JWT", JWSAlgorithm.RS256, new RSASSASigner(newKey()), right));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        String token = sign("JWT", right);
        int signature = token.lastIndexOf('.') + 1;
        forgeries.put("no signature", token.substring(0, signature));
        forgeries.put(
                "another's signature",
                token.substring(0, signature) + userToken("somebody").replaceFirst(".*\\.", ""));
        forgeries.put("wrong iss", sign("JWT", with(right, changed -> changed.issuer("https://other.example"))));
        forgeries.put("no iss", sign("JWT", with(right, changed -> changed.issuer(null))));
        forgeries.put("wrong aud", sign("JWT", with(right, changed -> changed.audience("other"))));
        forgeries.put("no aud", sign("JWT", with(right, changed -> changed.audience((String) null))));
        forgeries.put("no exp", sign("JWT", with(right, changed -> changed.expirationTime(null))));
        forgeries.put("no sub", sign("JWT", with(right, changed -> changed.subject(null))));
        forgeries.put(
                "expired", sign("JWT", with(right, changed -> changed.expirationTime(in(Duration.ofMinutes(-5))))));
        forgeries.put(
                "exp in ten years",
                sign("JWT", with(right, changed -> changed.expirationTime(in(Duration.ofDays(3650))))));
        forgeries.put("garbage", "garbage");
        return forgeries;
    }

    private static byte[] pem(byte[] publicKey) {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey))
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        speakAgain();
        keys.stop(0);
        callers.close();
    }
}
