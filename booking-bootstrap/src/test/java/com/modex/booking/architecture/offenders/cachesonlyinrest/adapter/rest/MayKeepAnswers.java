package com.modex.booking.architecture.offenders.cachesonlyinrest.adapter.rest;

import com.github.benmanes.caffeine.cache.Cache;

record MayKeepAnswers(Cache<String, String> answers) {}
