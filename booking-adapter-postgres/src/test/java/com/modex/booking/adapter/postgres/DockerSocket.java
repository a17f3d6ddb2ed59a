package com.modex.booking.adapter.postgres;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;

/** Whether there is a Docker engine to ask. */
final class DockerSocket {

    private DockerSocket() {}

    /**
     * Asks Testcontainers, but only where something listens: without an engine it logs pages of failures. Takes two
     * seconds at most where nothing does.
     */
    static boolean answers() {
        return candidates(System.getenv(), Objects.requireNonNull(System.getProperty("user.home"))).stream()
                        .anyMatch(DockerSocket::listens)
                && DockerClientFactory.instance().isDockerAvailable();
    }

    /** Where Testcontainers looks, too: {@code DOCKER_HOST}, else the usual sockets. */
    static List<URI> candidates(Map<String, String> environment, String home) {
        String dockerHost = environment.get("DOCKER_HOST");
        if (dockerHost != null && !dockerHost.isBlank()) {
            return List.of(URI.create(dockerHost.strip()));
        }
        List<URI> candidates = new ArrayList<>();
        candidates.add(URI.create("unix:///var/run/docker.sock"));
        candidates.add(unix(Path.of(home, ".docker/run/docker.sock")));
        candidates.add(unix(Path.of(home, ".docker/desktop/docker.sock")));
        String runtimeDirectory = environment.get("XDG_RUNTIME_DIR");
        if (runtimeDirectory != null) {
            candidates.add(unix(Path.of(runtimeDirectory, "docker.sock")));
        }
        candidates.add(URI.create("npipe:////./pipe/docker_engine"));
        return candidates;
    }

    private static URI unix(Path socket) {
        return URI.create("unix://" + socket.toUri().getRawPath());
    }

    static boolean listens(URI engine) {
        return switch (Objects.requireNonNullElse(engine.getScheme(), "")) {
            case "unix" -> listens(Path.of(engine.getPath()));
            case "npipe" -> Files.exists(Path.of(engine.getPath()));
            default -> engine.getHost() != null && listens(engine.getHost(), engine.getPort());
        };
    }

    private static boolean listens(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private static boolean listens(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port < 0 ? 2375 : port), 2000);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }
}
