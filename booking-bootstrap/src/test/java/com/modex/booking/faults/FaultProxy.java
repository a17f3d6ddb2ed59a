package com.modex.booking.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The network between a server and its PostgreSQL, with the faults that a network has. */
final class FaultProxy implements AutoCloseable {
    /** CommandComplete of a statement that has written rows, and of COMMIT, as PostgreSQL's protocol has them. */
    private static final Pattern WRITTEN = Pattern.compile("(?:INSERT 0|UPDATE) [1-9]\\d*\0");

    /** Parse, with the name of the statement and its text; Bind, with the name. */
    private static final Pattern PREPARED = Pattern.compile("(?s)P.{4}(|S_\\d+)\0([^\0]+)\0");

    private static final Pattern BOUND = Pattern.compile("(?s)B.{4}\0(S_\\d+)\0");

    /** The answer to a query whose WITH part adds or changes rows does not tell of them. */
    private static final Pattern WRITES = Pattern.compile("insert into|as \\(update ");

    private static final String COMMITTED = "C\0\0\0\013COMMIT\0";

    private static final int CHUNK = 1 << 16;

    private final ServerSocket door;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Trap> trap = new AtomicReference<>();
    private volatile Duration delay = Duration.ZERO;

    private FaultProxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static FaultProxy before(DurablePostgres postgres) {
        try {
            var proxy = new FaultProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), postgres.port());
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** Has every answer of the database take so much longer. */
    void delay(Duration time) {
        delay = time;
    }

    /** Ends all connections that there are, on both sides. */
    void cut() {
        links.forEach(Link::reset);
    }

    /** Of all connections that there are, nothing gets through any more, and neither side is told. New ones are sound. */
    void halfOpen() {
        links.forEach(link -> link.dead = true);
    }

    /**
     * Ends the next connection whose transaction was committed, before the client learns of that.
     *
     * @return done when the database has committed
     */
    CompletableFuture<Void> cutAtNextCommit() {
        return set(new Trap(Link::reset, new CompletableFuture<>()));
    }

    /**
     * Holds back the answer to the next COMMIT of a transaction that has written, for ever.
     *
     * @return done when the database has committed
     */
    CompletableFuture<Void> muteAtNextCommit() {
        return set(new Trap(link -> link.dead = true, new CompletableFuture<>()));
    }

    private CompletableFuture<Void> set(Trap next) {
        trap.set(next);
        return next.sprung;
    }

    /** What happens to the link on which the next transaction is committed. */
    private record Trap(Consumer<Link> fault, CompletableFuture<Void> sprung) {}

    @SuppressWarnings("resource") // A link closes its sockets.
    private void accept() {
        while (!door.isClosed()) {
            Socket client = null;
            try {
                client = door.accept();
                var server = new Socket();
                var link = new Link(client, server);
                links.add(link);
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(link::carryQuestions);
                Thread.ofVirtual().start(link::carryAnswers);
            } catch (IOException e) {
                // Closed, or the database is down: the client is told in the same way as by the database.
                closeQuietly(client);
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        links.forEach(Link::close);
    }

    private static void closeQuietly(Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // Nothing is left to be done with it.
        }
    }

    private final class Link {
        private final Socket client;
        private final Socket server;
        private final Set<String> writing = ConcurrentHashMap.newKeySet();
        private volatile boolean written;
        private volatile boolean dead;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void carryQuestions() {
            carry(client, server, false);
        }

        void carryAnswers() {
            carry(server, client, true);
        }

        private void carry(Socket from, Socket to, boolean answers) {
            var buffer = new byte[CHUNK];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    var text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                    if (answers) {
                        springTrapAt(text);
                        Thread.sleep(delay);
                    } else {
                        noteWhatIsWritten(text);
                    }
                    if (!dead) {
                        out.write(buffer, 0, read);
                    }
                }
            } catch (IOException | InterruptedException e) {
                // One side has gone; the other is told below.
            } finally {
                close();
            }
        }

        /** A statement is sent with its text, under a name perhaps, and from then on by that name alone. */
        private void noteWhatIsWritten(String question) {
            PREPARED.matcher(question)
                    .results()
                    .filter(statement -> WRITES.matcher(statement.group(2)).find())
                    .forEach(statement -> {
                        written = true;
                        if (!statement.group(1).isEmpty()) {
                            writing.add(statement.group(1));
                        }
                    });
            if (BOUND.matcher(question).results().anyMatch(statement -> writing.contains(statement.group(1)))) {
                written = true;
            }
        }

        private void springTrapAt(String answer) {
            if (WRITTEN.matcher(answer).find()) {
                written = true;
            }
            if (!answer.contains(COMMITTED)) {
                return;
            }
            Trap set = trap.get();
            if (written && set != null && trap.compareAndSet(set, null)) {
                set.fault.accept(this);
                dead = true;
                set.sprung.complete(null);
            }
            written = false;
        }

        void reset() {
            try {
                client.setOption(StandardSocketOptions.SO_LINGER, 0);
                server.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                // It is closed already.
            }
            close();
        }

        void close() {
            closeQuietly(client);
            closeQuietly(server);
            links.remove(this);
        }
    }
}
