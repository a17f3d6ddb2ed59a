package com.modex.booking.architecture.offenders.applicationaddsonlythedomain.application;

import org.springframework.context.ApplicationContext;

interface KnowsAFramework {
    ApplicationContext context();
}
