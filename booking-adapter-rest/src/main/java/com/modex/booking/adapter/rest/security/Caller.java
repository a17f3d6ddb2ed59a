package com.modex.booking.adapter.rest.security;

import com.modex.booking.domain.UserId;

/**
 * Who is asking, as the token says. A controller takes it as an argument.
 *
 * @param admin whether the token has the scope {@code booking:admin}
 */
public record Caller(UserId user, boolean admin) {}
