package com.modex.booking.architecture.offenders.webonlyinrest.bootstrap;

import jakarta.servlet.Filter;

interface FiltersRequests extends Filter {}
