package com.modex.booking.bootstrap.database;

import com.modex.booking.bootstrap.settings.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of the server's own, for the profile {@code local}. What is committed is on the disk: it survives the
 * end of the server, {@code kill -9} and a power cut. It listens on loopback only, where it asks for no password.
 *
 * <p>After a {@code kill -9} of the JVM its PostgreSQL lives on; the next start takes it over, or stops it cleanly if it
 * does not answer. One server at a time uses a directory; a second is refused.
 */
final class LocalPostgres implements AutoCloseable {

    static final String USERNAME = "postgres";
    static final String DATABASE = "booking";

    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * The directories of this JVM, asked before the lock file: to open and close that a second time would give the lock
     * back on POSIX systems.
     */
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final PostgresBinaries binaries;
    private final FileChannel lock;
    private int port;
    private boolean adopted;
    private boolean closed;

    private LocalPostgres(Path home, PostgresBinaries binaries, FileChannel lock) {
        this.home = home;
        this.binaries = binaries;
        this.lock = lock;
    }

    /**
     * Starts or takes over the PostgreSQL that keeps its data in the given directory, which is made if need be, and
     * makes the database {@value #DATABASE} if it lacks. It answers when this returns.
     *
     * @throws StartRefusedException if another server uses the directory, or PostgreSQL does not start
     */
    static LocalPostgres start(Path directory) {
        Path home = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            home = home.toRealPath();
            FileChannel lock = lock(home);
            try {
                LocalPostgres postgres = new LocalPostgres(home, PostgresBinaries.unpackInto(home), lock);
                postgres.start();
                return postgres;
            } catch (IOException | SQLException | RuntimeException failure) {
                unlock(home, lock);
                throw failure;
            }
        } catch (IOException | SQLException failure) {
            StartRefusedException refusal = new StartRefusedException(
                    "The local PostgreSQL in %s does not start: %s".formatted(home, failure.getMessage()),
                    "Read %s, or set DATABASE_URL to a PostgreSQL that runs already."
                            .formatted(home.resolve("postgres.log")));
            refusal.initCause(failure);
            throw refusal;
        }
    }

    String jdbcUrl() {
        return jdbcUrl(port, DATABASE);
    }

    /** Whether this PostgreSQL was left running by an earlier server. */
    boolean isAdopted() {
        return adopted;
    }

    /** Ends all connections, writes everything to the disk and stops. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            try {
                // It is gone if somebody else has stopped this PostgreSQL.
                if (Files.exists(pidFile())) {
                    stop();
                }
            } finally {
                unlock(home, lock);
            }
        } catch (IOException failure) {
            LOG.error("The local PostgreSQL in {} did not stop; the next start will take it over", home, failure);
        }
    }

    private void start() throws IOException, SQLException {
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialize();
        }
        Optional<Postmaster> left = Postmaster.readFrom(pidFile());
        if (left.isPresent() && answers(left.get())) {
            port = left.get().port();
            adopted = true;
        } else {
            if (left.isPresent()) {
                clear(left.get());
            }
            port = freePort();
            startPostmaster();
        }
        try {
            createDatabase();
        } catch (SQLException failure) {
            if (!adopted) {
                stop();
            }
            throw failure;
        }
    }

    private void initialize() throws IOException {
        // Made elsewhere and moved, so that an initdb that is cut short leaves no half of a data directory.
        Path unfinished = home.resolve("data.new");
        FileSystemUtils.deleteRecursively(unfinished);
        run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + USERNAME,
                "--auth=trust",
                "--encoding=UTF8",
                // The same order and letter case on every machine, whatever locales it has.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void startPostmaster() throws IOException {
        String options = String.join(
                " ",
                List.of(
                        "-p " + port,
                        "-c listen_addresses=" + LOOPBACK,
                        "-c unix_socket_directories=",
                        "-c fsync=on",
                        "-c synchronous_commit=on",
                        "-c full_page_writes=on",
                        "-c timezone=UTC"));
        Path log = home.resolve("postgres.log");
        run("pg_ctl", "start", "-D", data().toString(), "-l", log.toString(), "-w", "-t", "60", "-o", options);
    }

    private void stop() throws IOException {
        run("pg_ctl", "stop", "-D", data().toString(), "-m", "fast", "-w", "-t", "60");
    }

    private boolean answers(Postmaster postmaster) {
        try (Connection connection = connect(postmaster.port(), "postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            // Another PostgreSQL may have been given the port since.
            return row.next() && Files.isSameFile(Path.of(row.getString(1)), data());
        } catch (SQLException | IOException unreachable) {
            LOG.debug("No PostgreSQL of ours at port {}", postmaster.port(), unreachable);
            return false;
        }
    }

    /** Makes way for a new postmaster. Never touches a process that is not seen to be this directory's own. */
    private void clear(Postmaster postmaster) throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(postmaster.pid()).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            // PostgreSQL itself sees that its predecessor is dead, and recovers.
            return;
        }
        String command = process.get().info().command().orElse("");
        List<String> arguments = List.of(process.get().info().arguments().orElseGet(() -> new String[0]));
        if (arguments.contains(data().toString())) {
            stop();
        } else if (!command.isEmpty()
                && !Path.of(command).getFileName().toString().startsWith("postgres")) {
            // The number went to another program after a reboot; PostgreSQL would take that for its predecessor.
            Files.delete(pidFile());
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = connect(port, "postgres");
                Statement statement = connection.createStatement()) {
            boolean exists;
            try (ResultSet row = statement.executeQuery(
                    "SELECT EXISTS (SELECT FROM pg_database WHERE datname = '" + DATABASE + "')")) {
                exists = row.next() && row.getBoolean(1);
            }
            if (!exists) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private Connection connect(int port, String database) throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl(port, database) + "&connectTimeout=5&socketTimeout=30", USERNAME, "");
    }

    private void run(String program, String... arguments) throws IOException {
        binaries.run(home.resolve(program + ".out"), program, arguments);
    }

    private Path data() {
        return home.resolve("data");
    }

    private Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database + "?sslmode=disable";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    /** The system gives the lock back when the JVM ends, however it ends. */
    private static FileChannel lock(Path home) throws IOException {
        if (!IN_USE.add(home)) {
            throw inUse(home);
        }
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(home.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw inUse(home);
            }
            return channel;
        } catch (IOException | StartRefusedException failure) {
            unlock(home, channel);
            throw failure;
        }
    }

    private static void unlock(Path home, @Nullable FileChannel lock) throws IOException {
        try {
            if (lock != null) {
                lock.close();
            }
        } finally {
            IN_USE.remove(home);
        }
    }

    private static StartRefusedException inUse(Path home) {
        return new StartRefusedException(
                "Another server is running on the local data in " + home + ".",
                "Stop the other server, or give this one a directory of its own: booking.local.data-directory");
    }

    /** What PostgreSQL notes of itself in {@code postmaster.pid}: its process on line 1, its port on line 4. */
    private record Postmaster(long pid, int port) {

        static Optional<Postmaster> readFrom(Path pidFile) throws IOException {
            List<String> lines;
            try {
                lines = Files.readAllLines(pidFile);
            } catch (NoSuchFileException notRunning) {
                return Optional.empty();
            }
            if (lines.size() < 4
                    || !lines.get(0).matches("[0-9]{1,18}")
                    || !lines.get(3).matches("[0-9]{1,5}")) {
                return Optional.empty();
            }
            return Optional.of(new Postmaster(Long.parseLong(lines.get(0)), Integer.parseInt(lines.get(3))));
        }
    }
}
