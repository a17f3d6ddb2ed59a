package com.modex.booking.architecture.offenders.restshowsonlywhatitspackagesshare.adapter.rest.show;

public record PublicForNobody(String name) {}
