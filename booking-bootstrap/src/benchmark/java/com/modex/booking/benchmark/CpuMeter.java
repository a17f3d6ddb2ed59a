package com.modex.booking.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads how much CPU the three parties have used, their child processes included. It looks twice a second, so that of a
 * process that ends in between at most half a second goes unseen.
 */
final class CpuMeter implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(500);

    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Tree server;
    private final @Nullable Tree postgres;
    private final Thread looking;

    private CpuMeter(Tree server, @Nullable Tree postgres) {
        this.server = server;
        this.postgres = postgres;
        this.looking = Thread.ofPlatform().daemon().name("cpu-meter").unstarted(this::look);
    }

    /**
     * @param server the process to charge as the server
     * @param postgres PostgreSQL's first process, or {@code null} if it runs elsewhere
     */
    static CpuMeter of(ProcessHandle server, @Nullable ProcessHandle postgres) {
        CpuMeter meter = new CpuMeter(new Tree(server), postgres == null ? null : new Tree(postgres));
        meter.looking.start();
        return meter;
    }

    Reading read() {
        return new Reading(
                System.nanoTime(),
                used(ProcessHandle.current()),
                server.used(),
                postgres == null ? Double.NaN : postgres.used(),
                machine.getCpuLoad());
    }

    @Override
    public void close() {
        looking.interrupt();
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                server.used();
                if (postgres != null) {
                    postgres.used();
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static double used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    /**
     * Nanoseconds of CPU since each party began, at one instant.
     *
     * @param load of the whole machine since the reading before, from 0 to 1
     */
    record Reading(long at, double generator, double server, double postgres, double load) {

        /**
         * @param before the very last reading before this one
         */
        Cores since(Reading before) {
            double elapsed = at - before.at;
            double ofGenerator = (generator - before.generator) / elapsed;
            double ofServer = (server - before.server) / elapsed;
            double ofPostgres = (postgres - before.postgres) / elapsed;
            double all = load * Runtime.getRuntime().availableProcessors();
            return new Cores(ofGenerator, ofServer, ofPostgres, Math.max(0, all - ofGenerator - ofServer - ofPostgres));
        }
    }

    /** A process and its descendants, those that have ended included. */
    private static final class Tree {

        private final ProcessHandle root;
        private final Map<Long, Double> lastSeen = new ConcurrentHashMap<>();

        Tree(ProcessHandle root) {
            this.root = root;
        }

        double used() {
            Stream.concat(Stream.of(root), root.descendants())
                    .forEach(process -> lastSeen.merge(process.pid(), CpuMeter.used(process), Math::max));
            return lastSeen.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }
}
