package com.modex.booking.architecture.offenders.nobodyknowsbootstrap.bootstrap;

public class BookingServer {}
