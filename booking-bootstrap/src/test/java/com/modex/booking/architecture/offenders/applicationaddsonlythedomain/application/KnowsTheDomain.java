package com.modex.booking.architecture.offenders.applicationaddsonlythedomain.application;

import com.modex.booking.architecture.offenders.applicationaddsonlythedomain.domain.Shows;

interface KnowsTheDomain extends Shows {}
