package com.modex.booking.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.modex.booking.bootstrap.settings.StartRefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class LocalPostgresTest {

    /** Shared, because the programs are unpacked into it; the data is not. */
    @TempDir
    static Path directory;

    @BeforeEach
    void noDataIsLeft() throws IOException {
        FileSystemUtils.deleteRecursively(directory.resolve("data"));
        Files.deleteIfExists(directory.resolve("postgres.log"));
    }

    @Test
    void aRowIsStillThereAfterAStopAndAStart() throws SQLException {
        try (LocalPostgres first = LocalPostgres.start(directory)) {
            execute(first, "CREATE TABLE mark AS SELECT 7 AS number");
        }

        try (LocalPostgres second = LocalPostgres.start(directory)) {
            assertThat(second.isAdopted()).isFalse();
            assertThat(ask(second, "SELECT number FROM mark")).isEqualTo("7");
        }
    }

    @Test
    void whatIsCommittedIsOnTheDisk() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.start(directory)) {
            assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void itListensOnLoopbackOnly() throws SQLException, IOException {
        try (LocalPostgres postgres = LocalPostgres.start(directory)) {
            assertThat(ask(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            int port = Integer.parseInt(ask(postgres, "SHOW port"));
            List<InetAddress> others = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .toList();
            for (InetAddress address : others) {
                assertThatExceptionOfType(IOException.class).as("%s", address).isThrownBy(() -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress(address, port), 1000);
                    }
                });
            }
        }
    }

    @Test
    void aPostgresThatOutlivesAKilledServerIsTakenOver() throws IOException, InterruptedException, SQLException {
        killAServerThatHasWritten();

        try (LocalPostgres next = LocalPostgres.start(directory)) {
            assertThat(next.isAdopted()).isTrue();
            assertThat(ask(next, "SELECT number FROM mark")).isEqualTo("7");
        }

        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void aPostgresThatDoesNotAnswerIsStoppedCleanly() throws IOException, InterruptedException, SQLException {
        killAServerThatHasWritten();
        Path pidFile = directory.resolve("data/postmaster.pid");
        List<String> lines = Files.readAllLines(pidFile);
        // Nobody answers at this port.
        lines.set(3, "1");
        Files.write(pidFile, lines);

        try (LocalPostgres next = LocalPostgres.start(directory)) {
            assertThat(next.isAdopted()).isFalse();
            assertThat(ask(next, "SELECT number FROM mark")).isEqualTo("7");
        }

        assertThat(Files.readString(directory.resolve("postgres.log")))
                .contains("received fast shutdown request")
                .doesNotContain("was not properly shut down");
    }

    @Test
    void afterAPowerCutItRecovers() throws IOException, InterruptedException, SQLException {
        killAServerThatHasWritten();
        Path pidFile = directory.resolve("data/postmaster.pid");
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst()))
                .orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }

        try (LocalPostgres next = LocalPostgres.start(directory)) {
            assertThat(next.isAdopted()).isFalse();
            assertThat(ask(next, "SELECT number FROM mark")).isEqualTo("7");
        }
    }

    @Test
    void aPidFileThatNamesAnotherProgramIsStale() throws IOException, SQLException {
        LocalPostgres.start(directory).close();
        Path pidFile = directory.resolve("data/postmaster.pid");
        Files.write(pidFile, List.of(Long.toString(ProcessHandle.current().pid()), "elsewhere", "0", "1"));

        try (LocalPostgres next = LocalPostgres.start(directory)) {
            assertThat(ask(next, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aSecondServerOnTheSameDirectoryIsRefusedAndTheFirstGoesOn()
            throws IOException, InterruptedException, SQLException {
        try (LocalPostgres first = LocalPostgres.start(directory)) {
            assertThatExceptionOfType(StartRefusedException.class)
                    .isThrownBy(() -> LocalPostgres.start(directory))
                    .withMessageContaining("Another server is running");

            Process other = ChildJvm.start(Server.class, directory.toString());
            String printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(other.waitFor()).isNotZero();
            assertThat(printed).contains("Another server is running");

            assertThat(ask(first, "SELECT 1")).isEqualTo("1");
        }
    }

    private void killAServerThatHasWritten() throws IOException, InterruptedException {
        Process server = ChildJvm.start(Server.class, directory.toString());
        try (BufferedReader output = server.inputReader()) {
            assertThat(output.lines().anyMatch(Server.WRITTEN::equals)).isTrue();
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private static void execute(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), LocalPostgres.USERNAME, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), LocalPostgres.USERNAME, "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** A server that writes a row and goes on until it is killed. */
    static final class Server {

        static final String WRITTEN = "written";

        private Server() {}

        @SuppressWarnings("resource") // It is killed: nothing is closed.
        public static void main(String[] arguments) throws SQLException, InterruptedException {
            LocalPostgres postgres = LocalPostgres.start(Path.of(arguments[0]));
            execute(postgres, "CREATE TABLE mark AS SELECT 7 AS number");
            System.out.println(WRITTEN);
            Thread.sleep(TimeUnit.SECONDS.toMillis(60));
        }
    }
}
