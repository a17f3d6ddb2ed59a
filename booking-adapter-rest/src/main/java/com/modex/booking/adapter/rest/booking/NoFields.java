package com.modex.booking.adapter.rest.booking;

/** The optional body of an action that takes nothing: {@code {}}. Any field in it is refused. */
record NoFields() {}
