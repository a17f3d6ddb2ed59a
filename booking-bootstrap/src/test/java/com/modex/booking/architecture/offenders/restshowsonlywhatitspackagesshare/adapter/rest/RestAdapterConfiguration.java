package com.modex.booking.architecture.offenders.restshowsonlywhatitspackagesshare.adapter.rest;

public class RestAdapterConfiguration {}
