package com.modex.booking.adapter.rest.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets pass what the {@link RequestLimit} admits. It stands where the caller is known and nothing has been done yet. */
public final class RateLimitFilter extends OncePerRequestFilter {
    private final RequestLimit limit;

    public RateLimitFilter(RequestLimit limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (limit.admits(request, response)) {
            chain.doFilter(request, response);
        }
    }
}
