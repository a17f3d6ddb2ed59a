package com.modex.booking.architecture.offenders.ratelimitsonlyinrest.adapter.rest;

import io.github.bucket4j.Bucket;

record MayLimitItsCallers(Bucket bucket) {}
