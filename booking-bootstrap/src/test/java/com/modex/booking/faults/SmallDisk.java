package com.modex.booking.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of its own that is small enough to be filled. */
final class SmallDisk implements AutoCloseable {
    private static final String SIZE = "160m";
    private static final int CHUNK = 1 << 12;

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /** Empty where this user may not mount one. */
    static Optional<SmallDisk> mount() {
        try {
            var disk = new SmallDisk(Files.createTempDirectory("booking-small-disk"));
            if (run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", disk.directory.toString())) {
                return Optional.of(disk);
            }
            Files.delete(disk.directory);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory() {
        return directory;
    }

    /** Leaves no room for a single page. */
    void fill() {
        byte[] zeros = new byte[CHUNK];
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(zeros);
            }
        } catch (IOException e) {
            if (directory.toFile().getUsableSpace() >= CHUNK) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void free() {
        try {
            Files.delete(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }

    @Override
    public void close() {
        try {
            if (!run("umount", directory.toString())) {
                throw new IllegalStateException(directory + " is still in use");
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
