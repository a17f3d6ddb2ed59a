package com.modex.booking.adapter.rest.seat;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The routes of this package. */
@Configuration(proxyBeanMethods = false)
@Import({SeatController.class, SeatMapperImpl.class})
public class SeatRestConfiguration {}
