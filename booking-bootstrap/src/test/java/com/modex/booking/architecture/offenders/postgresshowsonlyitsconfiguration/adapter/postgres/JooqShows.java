package com.modex.booking.architecture.offenders.postgresshowsonlyitsconfiguration.adapter.postgres;

final class JooqShows {}
