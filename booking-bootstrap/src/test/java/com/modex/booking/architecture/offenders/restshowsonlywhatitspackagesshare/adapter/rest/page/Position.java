package com.modex.booking.architecture.offenders.restshowsonlywhatitspackagesshare.adapter.rest.page;

public record Position(int value) {}
