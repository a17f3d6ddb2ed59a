package com.modex.booking.architecture.offenders.onlybootstrapknowstheadapters.adapter.rest;

public class RestAdapterConfiguration {}
