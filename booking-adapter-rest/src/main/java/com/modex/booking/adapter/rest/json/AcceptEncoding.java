package com.modex.booking.adapter.rest.json;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** The {@code Accept-Encoding} header (RFC 9110, 12.5.3). */
final class AcceptEncoding {
    private AcceptEncoding() {}

    /** Whether the client takes gzip: it names it, or {@code *} without naming it, and not with a quality of 0. */
    static boolean hasGzip(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders(HttpHeaders.ACCEPT_ENCODING);
        boolean byDefault = false;
        while (headers.hasMoreElements()) {
            for (String coding : headers.nextElement().split(",", -1)) {
                int end = coding.indexOf(';');
                String name = (end < 0 ? coding : coding.substring(0, end)).strip();
                boolean accepted = end < 0 || !isZero(coding.substring(end + 1));
                if (name.equalsIgnoreCase("gzip") || name.equalsIgnoreCase("x-gzip")) {
                    return accepted;
                }
                if (name.equals("*")) {
                    byDefault = accepted;
                }
            }
        }
        return byDefault;
    }

    private static boolean isZero(String quality) {
        String weight = quality.strip().toLowerCase(Locale.ROOT);
        return weight.startsWith("q=") && weight.substring(2).matches("0(\\.0*)?");
    }
}
