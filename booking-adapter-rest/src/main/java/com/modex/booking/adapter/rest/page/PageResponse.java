package com.modex.booking.adapter.rest.page;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as the client gets it.
 *
 * @param next the cursor of the next page; null on the last
 */
@Schema(description = "One page of a listing.")
public record PageResponse<T>(
        List<T> items,

        @Schema(description = "The `cursor` of the next page; null on the last.") @Nullable
        String next) {}
