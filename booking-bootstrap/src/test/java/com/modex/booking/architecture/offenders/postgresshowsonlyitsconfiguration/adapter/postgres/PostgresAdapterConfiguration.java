package com.modex.booking.architecture.offenders.postgresshowsonlyitsconfiguration.adapter.postgres;

public class PostgresAdapterConfiguration {}
