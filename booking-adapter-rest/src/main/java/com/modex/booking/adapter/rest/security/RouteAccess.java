package com.modex.booking.adapter.rest.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.AuthorizationManagerWebInvocationPrivilegeEvaluator.HttpServletRequestTransformer;
import org.springframework.security.web.access.PathPatternRequestTransformer;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/** Says who may call a route: asked of the rules that guard it, so that nobody has to write it down again. */
public final class RouteAccess {
    /** The scope of a token that makes an admin. */
    public static final String ADMIN_SCOPE = "booking:admin";

    private final WebInvocationPrivilegeEvaluator rules;

    public RouteAccess(WebInvocationPrivilegeEvaluator rules) {
        this.rules = rules;
    }

    /** What a caller must at least be. */
    public enum Least {
        ANYBODY,
        USER,
        ADMIN
    }

    /**
     * Who may call this.
     *
     * @param path without variables: any text in the place of each
     */
    public Least of(String method, String path) {
        return Arrays.stream(Least.values())
                .filter(least -> rules.isAllowed("", path, method, sampleOf(least)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A route that nobody may call: " + method + " " + path));
    }

    /**
     * Makes requests out of questions. Spring's own are of no dispatcher type, and the rules of this server look at that
     * first.
     */
    public static HttpServletRequestTransformer questions() {
        var paths = new PathPatternRequestTransformer();
        return question -> new HttpServletRequestWrapper(paths.transform(question)) {
            @Override
            public DispatcherType getDispatcherType() {
                return DispatcherType.REQUEST;
            }
        };
    }

    private static Authentication sampleOf(Least least) {
        return switch (least) {
            case ANYBODY ->
                new AnonymousAuthenticationToken("nobody", "nobody", AuthorityUtils.createAuthorityList("NOBODY"));
            case USER -> UsernamePasswordAuthenticationToken.authenticated("user", "", AuthorityUtils.NO_AUTHORITIES);
            case ADMIN ->
                UsernamePasswordAuthenticationToken.authenticated(
                        "admin", "", AuthorityUtils.createAuthorityList(SecurityConfiguration.ADMIN));
        };
    }
}
