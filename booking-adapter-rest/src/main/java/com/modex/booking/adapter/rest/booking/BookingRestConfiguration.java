package com.modex.booking.adapter.rest.booking;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The routes of this package. */
@Configuration(proxyBeanMethods = false)
@Import({ShowBookingController.class, BookingController.class, BookingMapperImpl.class})
public class BookingRestConfiguration {}
