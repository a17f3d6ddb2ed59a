package com.modex.booking.fuzz;

import com.modex.booking.fuzz.WireRequest.Kind;
import com.modex.booking.journey.DescribedApi.Seen;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Sends bytes and reads HTTP/1.1 answers, one at a time; it opens a connection anew when the server has closed it. */
final class WireConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int FIRST_FINAL_STATUS = 200;

    private final int port;
    private @Nullable Socket socket;
    private InputStream answers = InputStream.nullInputStream();

    WireConnection(int port) {
        this.port = port;
    }

    /**
     * The answer; none if the server has closed the connection on garbage before it said anything, or has taken it for
     * HTTP/0.9, which has no status line. An answer that breaks off is an {@link IOException}, whatever it was asked.
     */
    Optional<Seen> exchange(WireRequest request) throws IOException {
        if (request.kind() == Kind.GARBAGE) {
            close();
            try {
                return Optional.of(exchangeOnce(request));
            } catch (NoAnswerException _) {
                return Optional.empty();
            } finally {
                close();
            }
        }
        boolean reused = socket != null;
        try {
            return Optional.of(exchangeOnce(request));
        } catch (NoAnswerException e) {
            close();
            if (!reused) {
                throw e;
            }
            // The server may close a connection after it has answered, without saying so.
            return Optional.of(exchangeOnce(request));
        }
    }

    private Seen exchangeOnce(WireRequest request) throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port);
            open.setSoTimeout(PATIENCE_MILLIS);
            open.setTcpNoDelay(true);
            answers = new BufferedInputStream(open.getInputStream());
            socket = open;
        }
        try {
            open.getOutputStream().write(request.bytes());
            if (request.kind() == Kind.GARBAGE) {
                open.shutdownOutput();
            }
            awaitFirstByte();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw new NoAnswerException(e);
        }
        return read(request);
    }

    private void awaitFirstByte() throws IOException {
        answers.mark(1);
        if (answers.read() < 0) {
            throw new EOFException("The connection was closed");
        }
        answers.reset();
    }

    private Seen read(WireRequest request) throws IOException {
        int status;
        Map<String, List<String>> headers;
        do {
            String line = readLine();
            if (!line.matches("HTTP/1\\.1 [1-5]\\d\\d.*")) {
                var error = new ProtocolException("This is no status line: " + line);
                throw request.kind() == Kind.GARBAGE && !line.startsWith("HTTP/")
                        ? new NoAnswerException(error)
                        : error;
            }
            status = Integer.parseInt(line.substring(9, 12));
            headers = readHeaders();
        } while (status < FIRST_FINAL_STATUS);
        boolean bodiless = request.method().equals("HEAD") || status == 204 || status == 304;
        byte[] body = bodiless ? new byte[0] : readBody(headers);
        if (first(headers, "connection").equalsIgnoreCase("close")) {
            close();
        }
        if (first(headers, "content-encoding").equals("gzip") && body.length > 0) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return new Seen(
                request.method(),
                request.path(),
                status,
                HttpHeaders.of(headers, (name, value) -> true),
                new String(body, StandardCharsets.UTF_8));
    }

    private Map<String, List<String>> readHeaders() throws IOException {
        var headers = new LinkedHashMap<String, List<String>>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new ProtocolException("This is no header: " + line);
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] readBody(Map<String, List<String>> headers) throws IOException {
        if (first(headers, "transfer-encoding").equals("chunked")) {
            return readChunks();
        }
        String length = first(headers, "content-length");
        if (length.isEmpty()) {
            byte[] all = answers.readAllBytes();
            close();
            return all;
        }
        return readFully(Integer.parseInt(length));
    }

    private byte[] readChunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(readLine(), 16); length > 0; length = Integer.parseInt(readLine(), 16)) {
            body.writeBytes(readFully(length));
            readLine();
        }
        readLine();
        return body.toByteArray();
    }

    private byte[] readFully(int length) throws IOException {
        byte[] bytes = answers.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer ends in its midst");
        }
        return bytes;
    }

    private String readLine() throws IOException {
        var line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new EOFException("The answer ends in its midst");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    /** There is no answer, rather than a part of one. */
    private static final class NoAnswerException extends IOException {
        private static final long serialVersionUID = 1L;

        NoAnswerException(IOException cause) {
            super(cause);
        }
    }
}
