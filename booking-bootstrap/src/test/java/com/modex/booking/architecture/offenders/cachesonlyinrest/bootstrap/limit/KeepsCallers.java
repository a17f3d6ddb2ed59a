package com.modex.booking.architecture.offenders.cachesonlyinrest.bootstrap.limit;

import com.github.benmanes.caffeine.cache.Cache;

record KeepsCallers(Cache<String, String> callers) {}
