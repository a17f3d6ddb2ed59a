package com.modex.booking.architecture.offenders.ratelimitsonlyinrest.adapter.postgres;

import io.github.bucket4j.distributed.proxy.ProxyManager;

record StoresBuckets(ProxyManager<String> buckets) {}
