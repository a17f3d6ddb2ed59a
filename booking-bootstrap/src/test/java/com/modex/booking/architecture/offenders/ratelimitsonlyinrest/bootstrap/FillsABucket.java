package com.modex.booking.architecture.offenders.ratelimitsonlyinrest.bootstrap;

import io.github.bucket4j.Bandwidth;

record FillsABucket(Bandwidth limit) {}
