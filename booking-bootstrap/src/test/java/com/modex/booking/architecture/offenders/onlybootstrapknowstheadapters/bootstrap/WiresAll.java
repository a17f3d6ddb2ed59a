package com.modex.booking.architecture.offenders.onlybootstrapknowstheadapters.bootstrap;

import com.modex.booking.architecture.offenders.onlybootstrapknowstheadapters.adapter.rest.RestAdapterConfiguration;

final class WiresAll extends RestAdapterConfiguration {}
