package com.modex.booking.architecture.offenders.postgresshowsonlyitsconfiguration.adapter.postgres;

public final class PublicRows {}
