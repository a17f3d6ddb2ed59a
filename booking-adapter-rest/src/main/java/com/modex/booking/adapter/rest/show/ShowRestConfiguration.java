package com.modex.booking.adapter.rest.show;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The routes of this package. */
@Configuration(proxyBeanMethods = false)
@Import({ShowController.class, ShowMapperImpl.class})
public class ShowRestConfiguration {}
