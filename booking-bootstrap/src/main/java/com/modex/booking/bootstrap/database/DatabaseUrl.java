package com.modex.booking.bootstrap.database;

import com.modex.booking.bootstrap.settings.StartRefusedException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and who logs in, in the terms of pgjdbc, which reads no {@code postgres://} URL itself.
 *
 * @param jdbcUrl without user and password
 * @param username {@code null} if the URL names none
 * @param password {@code null} if the URL holds none; never part of {@link #toString()} or of an exception's message
 * @param options settings of the session, {@code null} if the URL has none. In the URL they would displace the server's own
 */
record DatabaseUrl(
        String jdbcUrl,
        @Nullable String username,
        @Nullable String password,
        @Nullable String options) {

    private static final String JDBC = "jdbc:postgresql:";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*]");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** Parameters that libpq and pgjdbc name differently; pgjdbc ignores names that it does not know. */
    private static final Map<String, String> JDBC_NAMES = Map.of(
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "connect_timeout", "connectTimeout",
            "target_session_attrs", "targetServerType");

    /** And of {@code target_session_attrs}, the values. */
    private static final Map<String, String> SERVER_TYPES = Map.of(
            "any", "any",
            "read-write", "primary",
            "primary", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    /**
     * Reads {@code postgres://user:password@host:port/database?parameters}, the same with {@code postgresql://}, or a
     * pgjdbc URL. User, password, port and parameters are optional; several hosts are separated by commas.
     *
     * @throws StartRefusedException if the text is anything else
     */
    static DatabaseUrl parse(String text) {
        String url = text.strip();
        if (url.startsWith(JDBC)) {
            String rest = url.substring(JDBC.length());
            return rest.startsWith("//") ? parse(rest.substring(2), true) : parse("/" + rest, true);
        }
        for (String scheme : List.of("postgres://", "postgresql://")) {
            if (url.startsWith(scheme)) {
                return parse(url.substring(scheme.length()), false);
            }
        }
        throw malformed("it begins neither with postgres:// nor with postgresql:// or jdbc:postgresql:");
    }

    private static DatabaseUrl parse(String rest, boolean jdbc) {
        int question = rest.indexOf('?');
        String beforeQuery = question < 0 ? rest : rest.substring(0, question);
        String query = question < 0 ? "" : rest.substring(question + 1);
        int slash = beforeQuery.indexOf('/');
        if (slash < 0 || slash == beforeQuery.length() - 1) {
            throw malformed("it names no database");
        }
        String authority = beforeQuery.substring(0, slash);
        String database = beforeQuery.substring(slash + 1);
        if (database.indexOf('/') >= 0) {
            throw malformed("there is more than one part after the host; a / in the user or password is written %2F");
        }

        // The last @, because passwords with an unescaped one are common and hosts never have any.
        int at = authority.lastIndexOf('@');
        String username = null;
        String password = null;
        if (at >= 0) {
            String userInfo = authority.substring(0, at);
            int colon = userInfo.indexOf(':');
            username = decode(colon < 0 ? userInfo : userInfo.substring(0, colon), false);
            password = colon < 0 ? null : decode(userInfo.substring(colon + 1), false);
        }
        String hosts = hosts(authority.substring(at + 1), jdbc);

        String options = null;
        List<String> parameters = new ArrayList<>();
        for (String parameter : query.split("&", -1)) {
            if (parameter.isEmpty()) {
                continue;
            }
            int equals = parameter.indexOf('=');
            String name = decode(equals < 0 ? parameter : parameter.substring(0, equals), jdbc);
            String value = equals < 0 ? "" : decode(parameter.substring(equals + 1), jdbc);
            switch (name) {
                case "user" -> username = value;
                case "password" -> password = value;
                case "options" -> options = value;
                default ->
                    parameters.add(encode(jdbc ? name : JDBC_NAMES.getOrDefault(name, name))
                            + (equals < 0 ? "" : "=" + encode(jdbc ? value : translated(name, value))));
            }
        }
        return new DatabaseUrl(
                "jdbc:postgresql://" + hosts + "/" + encode(decode(database, jdbc))
                        + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters)),
                username == null || username.isEmpty() ? null : username,
                password == null || password.isEmpty() ? null : password,
                options == null || options.isBlank() ? null : options);
    }

    private static String translated(String name, String value) {
        if (!name.equals("target_session_attrs")) {
            return value;
        }
        String type = SERVER_TYPES.get(value);
        if (type == null) {
            throw malformed(
                    "target_session_attrs is none of any, read-write, read-only, primary, standby, prefer-standby");
        }
        return type;
    }

    private static String hosts(String authority, boolean jdbc) {
        if (authority.isEmpty() && jdbc) {
            return "localhost";
        }
        for (String hostAndPort : authority.split(",", -1)) {
            int colon = hostAndPort.indexOf(':', hostAndPort.indexOf(']') + 1);
            String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
            if (host.isEmpty()) {
                throw malformed("it names no host");
            }
            if (!HOST.matcher(host).matches()) {
                throw malformed("the host is neither a name nor an address; an IPv6 address stands in [ ], and"
                        + " / ? in the user or password are written %2F %3F");
            }
            if (colon >= 0 && !isPort(hostAndPort.substring(colon + 1))) {
                throw malformed("the port is not a number from 1 to 65535; / ? in the user or password are"
                        + " written %2F %3F");
            }
        }
        return authority;
    }

    private static boolean isPort(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            return false;
        }
        int port = Integer.parseInt(text);
        return port >= 1 && port <= 65535;
    }

    private static String decode(String text, boolean plusIsSpace) {
        if (BROKEN_ESCAPE.matcher(text).find()) {
            throw malformed("a % is not followed by two hexadecimal digits; a % itself is written %25");
        }
        String escaped = plusIsSpace ? text : text.replace("+", "%2B");
        // Latin-1 keeps every byte, so that bytes which are no UTF-8 are noticed below and not replaced.
        byte[] bytes = URLDecoder.decode(encode(escaped, "%+"), StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.ISO_8859_1);
        String decoded;
        try {
            decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed("the percent-encoded bytes are no UTF-8");
        }
        if (decoded.chars().anyMatch(Character::isISOControl)) {
            throw malformed("it contains control characters");
        }
        return decoded;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Encodes all but the given characters. */
    private static String encode(String text, String kept) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(character -> encoded.append(kept.contains(character) ? character : encode(character)));
        return encoded.toString();
    }

    /** The parser's own exceptions quote what they could not read, so none of them is passed on as the cause. */
    private static StartRefusedException malformed(String reason) {
        return new StartRefusedException(
                "DATABASE_URL cannot be read: " + reason + ".",
                "Set DATABASE_URL in the form postgres://user:password@host:5432/database?sslmode=require with"
                        + " special characters in user and password percent-encoded.");
    }

    @Override
    public String toString() {
        int question = jdbcUrl.indexOf('?');
        return "DatabaseUrl[" + (question < 0 ? jdbcUrl : jdbcUrl.substring(0, question)) + "]";
    }
}
