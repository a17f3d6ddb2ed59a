package com.modex.booking.architecture.offenders.ratelimitsonlyinrest.application;

import io.github.bucket4j.Bucket;

record LimitsItsCallers(Bucket bucket) {}
