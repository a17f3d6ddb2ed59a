package com.modex.booking.adapter.rest;

import com.modex.booking.adapter.rest.answer.AnswerConfiguration;
import com.modex.booking.adapter.rest.booking.BookingRestConfiguration;
import com.modex.booking.adapter.rest.bulkhead.BulkheadConfiguration;
import com.modex.booking.adapter.rest.caching.CachingConfiguration;
import com.modex.booking.adapter.rest.connector.ConnectorConfiguration;
import com.modex.booking.adapter.rest.dispatch.DispatchConfiguration;
import com.modex.booking.adapter.rest.json.JsonConfiguration;
import com.modex.booking.adapter.rest.limit.LimitConfiguration;
import com.modex.booking.adapter.rest.local.LocalConfiguration;
import com.modex.booking.adapter.rest.openapi.OpenApiConfiguration;
import com.modex.booking.adapter.rest.probe.ProbeConfiguration;
import com.modex.booking.adapter.rest.problem.ProblemConfiguration;
import com.modex.booking.adapter.rest.seat.SeatRestConfiguration;
import com.modex.booking.adapter.rest.security.SecurityConfiguration;
import com.modex.booking.adapter.rest.show.ShowRestConfiguration;
import com.modex.booking.adapter.rest.trace.TraceConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The door to this adapter: on the use cases it serves the HTTP contract. */
@Configuration(proxyBeanMethods = false)
@Import({
    ConnectorConfiguration.class,
    DispatchConfiguration.class,
    TraceConfiguration.class,
    ProblemConfiguration.class,
    JsonConfiguration.class,
    AnswerConfiguration.class,
    CachingConfiguration.class,
    BulkheadConfiguration.class,
    ProbeConfiguration.class,
    LimitConfiguration.class,
    SecurityConfiguration.class,
    LocalConfiguration.class,
    OpenApiConfiguration.class,
    SeatRestConfiguration.class,
    ShowRestConfiguration.class,
    BookingRestConfiguration.class
})
public class RestAdapterConfiguration {}
