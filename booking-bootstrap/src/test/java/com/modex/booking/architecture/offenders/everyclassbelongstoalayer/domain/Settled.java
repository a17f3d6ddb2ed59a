package com.modex.booking.architecture.offenders.everyclassbelongstoalayer.domain;

final class Settled {}
