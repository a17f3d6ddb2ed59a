package com.modex.booking.architecture.offenders.ratelimitsonlyinrest.bootstrap.limit;

import io.github.bucket4j.distributed.proxy.ProxyManager;

record MayStoreBuckets(ProxyManager<String> buckets) {}
