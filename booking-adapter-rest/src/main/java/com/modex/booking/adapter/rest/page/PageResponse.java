package com.modex.booking.adapter.rest.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as the client gets it.
 *
 * @param next the cursor of the next page; null on the last
 */
public record PageResponse<T>(List<T> items, @Nullable String next) {}
