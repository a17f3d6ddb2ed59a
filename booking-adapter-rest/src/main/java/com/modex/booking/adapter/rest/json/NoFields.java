package com.modex.booking.adapter.rest.json;

import io.swagger.v3.oas.annotations.media.Schema;

/** The optional body of an action that takes nothing: {@code {}}. Any field in it is refused. */
@Schema(description = "Nothing is needed, so nothing may be said.")
public record NoFields() {}
