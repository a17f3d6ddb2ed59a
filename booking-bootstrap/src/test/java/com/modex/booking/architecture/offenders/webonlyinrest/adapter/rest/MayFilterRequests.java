package com.modex.booking.architecture.offenders.webonlyinrest.adapter.rest;

import jakarta.servlet.Filter;

interface MayFilterRequests extends Filter {}
