package com.modex.booking.faults;

import com.modex.booking.journey.TestIssuer;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where the jar runs as it does in production: with a PostgreSQL, an issuer of tokens and its settings in the
 * environment. They, and the ports, stay while servers come and go.
 */
final class Production implements AutoCloseable {
    private final DurablePostgres postgres;
    private final TestIssuer issuer;
    private final int port;
    private final int managementPort;

    private Production(DurablePostgres postgres, TestIssuer issuer, int port, int managementPort) {
        this.postgres = postgres;
        this.issuer = issuer;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** With an empty database. */
    static Production prepare() {
        return new Production(DurablePostgres.start(), TestIssuer.start(), freePort(20_000), freePort(25_000));
    }

    /**
     * Not one of those that systems give to whoever connects somewhere: a client that knocks while the server is down
     * could be given it.
     */
    private static int freePort(int from) {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(from, from + 5_000);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Taken: another one.
            }
        }
    }

    /** It serves when this returns. */
    ServerProcess start(String... settings) {
        return ServerProcess.launchJar(environment(), settings).awaitReady(new ApiClient(port, this::token));
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("PORT", Integer.toString(port));
        environment.put("MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put("DATABASE_URL", ServerProcess.databaseUrl(postgres.port()));
        for (String setting : issuer.settings()) {
            String[] nameAndValue = setting.replaceFirst("^--", "").split("=", 2);
            environment.put(nameAndValue[0], nameAndValue[1]);
        }
        return environment;
    }

    private String token(String user) {
        return user.equals(ApiClient.ADMIN) ? issuer.adminToken(user) : issuer.userToken(user);
    }

    DurablePostgres postgres() {
        return postgres;
    }

    TestIssuer issuer() {
        return issuer;
    }

    int managementPort() {
        return managementPort;
    }

    @Override
    public void close() {
        issuer.close();
        postgres.close();
    }
}
