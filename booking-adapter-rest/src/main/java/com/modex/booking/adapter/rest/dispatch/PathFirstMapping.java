package com.modex.booking.adapter.rest.dispatch;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the route of a request by its method and its path first. Spring's own would take the media types of the request apart
 * for every route that has its method, before it looks at the path. What is found, or missed, is the same.
 */
final class PathFirstMapping extends RequestMappingHandlerMapping {
    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        if (route.getMethodsCondition().getMatchingCondition(request) == null) {
            return null;
        }
        var paths = route.getPathPatternsCondition();
        return paths != null && paths.getMatchingCondition(request) == null
                ? null
                : super.getMatchingMapping(route, request);
    }
}
