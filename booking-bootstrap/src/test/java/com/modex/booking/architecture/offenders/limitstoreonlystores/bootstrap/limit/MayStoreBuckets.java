package com.modex.booking.architecture.offenders.limitstoreonlystores.bootstrap.limit;

import io.github.bucket4j.distributed.proxy.ProxyManager;

record MayStoreBuckets(ProxyManager<String> buckets) {}
