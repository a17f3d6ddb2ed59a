package com.modex.booking.adapter.rest.header;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CompositeHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/**
 * What a browser must not do with an answer, in the words that Spring Security has by default. Its filter says so in the
 * answers to what comes as far as to it; whoever answers before it has to say the same.
 */
public final class SecurityHeaders {
    private static final HeaderWriter WRITER = new CompositeHeaderWriter(List.of(
            new XContentTypeOptionsHeaderWriter(),
            new XXssProtectionHeaderWriter(),
            // For requests that came by TLS alone, as the proxy in front may say of them.
            new HstsHeaderWriter(),
            new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY)));

    private SecurityHeaders() {}

    /** Sets them on an answer that is not on its way yet; what is set already stays single. */
    public static void set(HttpServletRequest request, HttpServletResponse response) {
        WRITER.writeHeaders(request, response);
    }
}
