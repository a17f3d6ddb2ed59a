package com.modex.booking.architecture.offenders.everyclassbelongstoalayer.shared;

final class Stray {}
