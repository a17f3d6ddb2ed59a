package com.modex.booking.architecture.offenders.nobodyknowsbootstrap.adapter.rest;

import com.modex.booking.architecture.offenders.nobodyknowsbootstrap.bootstrap.BookingServer;

record KnowsTheServer(BookingServer server) {}
