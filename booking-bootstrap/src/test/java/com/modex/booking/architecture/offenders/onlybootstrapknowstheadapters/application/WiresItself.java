package com.modex.booking.architecture.offenders.onlybootstrapknowstheadapters.application;

import com.modex.booking.architecture.offenders.onlybootstrapknowstheadapters.adapter.rest.RestAdapterConfiguration;

final class WiresItself extends RestAdapterConfiguration {}
