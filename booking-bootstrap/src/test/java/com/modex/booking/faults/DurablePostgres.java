package com.modex.booking.faults;

import com.modex.booking.bootstrap.database.PostgresPrograms;
import com.modex.booking.journey.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of a test's own that loses nothing it has committed, and whose processes can be killed and stopped. A
 * restart keeps its directory and its port.
 */
final class DurablePostgres implements AutoCloseable {
    private static final String DATABASE = "booking";
    private static final String LOOPBACK = "127.0.0.1";

    private final Path home;
    private final Path data;
    private final int port;

    private DurablePostgres(Path home, Path data, int port) {
        this.home = home;
        this.data = data;
        this.port = port;
    }

    /** A new one with an empty database. */
    static DurablePostgres start() {
        return start(null);
    }

    /** @param smallDisk where the tables are kept, but not the log of changes; null for beside it */
    static DurablePostgres start(Path smallDisk) {
        try {
            Path home = Files.createTempDirectory("booking-faults");
            Path data = (smallDisk == null ? home : smallDisk).resolve("data");
            var postgres = new DurablePostgres(home, data, freePort());
            postgres.initialize();
            postgres.restart();
            postgres.execute("postgres", "CREATE DATABASE " + DATABASE);
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void initialize() throws IOException {
        run(
                "initdb",
                "--pgdata=" + data,
                "--waldir=" + home.resolve("wal"),
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                // Nothing has been committed yet that a crash could take.
                "--no-sync");
    }

    /** Starts it again on its directory; it answers when this returns. */
    void restart() {
        String options = String.join(
                " ",
                List.of(
                        "-p " + port,
                        "-c listen_addresses=" + LOOPBACK,
                        "-c unix_socket_directories=",
                        "-c fsync=on",
                        "-c synchronous_commit=on",
                        "-c full_page_writes=on",
                        "-c shared_buffers=32MB",
                        "-c timezone=UTC"));
        try {
            run("pg_ctl", "start", "-D", data.toString(), "-l", log().toString(), "-w", "-t", "60", "-o", options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** The rows of a query, their columns joined by a blank. */
    List<String> sql(String query) {
        try (Connection connection = connect(DATABASE)) {
            return Rows.of(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    long number(String query) {
        return Long.parseLong(sql(query).getFirst());
    }

    void execute(String command) {
        execute(DATABASE, command);
    }

    private void execute(String database, String command) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(command, e);
        }
    }

    /**
     * Keeps every change of a seat waiting, until it is closed: who books is then in mid-transaction, the booking
     * written and the seats not.
     */
    Barrier barBookings() {
        try {
            Connection connection = connect(DATABASE);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("LOCK TABLE seats IN SHARE MODE");
            }
            return new Barrier(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    record Barrier(Connection connection) implements AutoCloseable {
        @Override
        public void close() {
            try {
                connection.rollback();
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The backends of booking servers that wait for a lock. */
    List<Long> waitingBackends() {
        return backends("wait_event_type = 'Lock'");
    }

    /** The backends of booking servers for which the condition on {@code pg_stat_activity} holds. */
    List<Long> backends(String condition) {
        return sql("SELECT pid FROM pg_stat_activity WHERE application_name = 'booking' AND " + condition).stream()
                .map(Long::valueOf)
                .toList();
    }

    /** Ends one process of this server at once, so that it can tidy nothing up. */
    void kill(long pid) {
        ProcessHandle process = ownProcess(pid);
        process.destroyForcibly();
        Deadline.await("the end of process " + pid, () -> !process.isAlive());
    }

    /** As in a crash of the machine: all of it is gone when this returns. */
    void killPostmaster() {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        Deadline.await(
                "the end of PostgreSQL's processes",
                () -> !postmaster.isAlive() && children.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Lets one process of this server stand still, until {@link #resume}. */
    void suspend(long pid) {
        Signals.send("STOP", ownProcess(pid));
    }

    void resume(long pid) {
        Signals.send("CONT", ownProcess(pid));
    }

    /** Lets all of it stand still, so that nobody can even log in, until what this returns is closed. */
    Standstill suspendAll() {
        ProcessHandle postmaster = postmaster();
        // First, so that it starts no more of them.
        Signals.send("STOP", postmaster);
        var all = new ArrayList<>(postmaster.descendants().toList());
        all.forEach(child -> Signals.send("STOP", child));
        all.add(postmaster);
        return () -> all.forEach(process -> Signals.send("CONT", process));
    }

    /** Goes on when it is closed. */
    @FunctionalInterface
    interface Standstill extends AutoCloseable {
        @Override
        void close();
    }

    private ProcessHandle ownProcess(long pid) {
        return postmaster()
                .descendants()
                .filter(process -> process.pid() == pid)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No process of this PostgreSQL: " + pid));
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(pidFile()).getFirst().strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (Files.exists(pidFile())) {
                run("pg_ctl", "stop", "-D", data.toString(), "-m", "immediate", "-w", "-t", "60");
            }
            FileSystemUtils.deleteRecursively(data);
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private Path log() {
        return home.resolve("postgres.log");
    }

    private void run(String program, String... arguments) throws IOException {
        PostgresPrograms.run(home.resolve(program + ".out"), program, arguments);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", "");
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database + "?sslmode=disable&socketTimeout=60";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
