package com.modex.booking.architecture.offenders.cachesonlyinrest.adapter.postgres;

import com.github.benmanes.caffeine.cache.Cache;

record KeepsACopy(Cache<String, String> copies) {}
