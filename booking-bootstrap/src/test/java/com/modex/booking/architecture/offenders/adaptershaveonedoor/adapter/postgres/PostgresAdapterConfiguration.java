package com.modex.booking.architecture.offenders.adaptershaveonedoor.adapter.postgres;

public class PostgresAdapterConfiguration {}
