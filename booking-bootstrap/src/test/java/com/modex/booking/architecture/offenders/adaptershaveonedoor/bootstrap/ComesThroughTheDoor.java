package com.modex.booking.architecture.offenders.adaptershaveonedoor.bootstrap;

import com.modex.booking.architecture.offenders.adaptershaveonedoor.adapter.postgres.PostgresAdapterConfiguration;

final class ComesThroughTheDoor extends PostgresAdapterConfiguration {}
