package com.modex.booking.architecture.offenders.domainknowsonlyitself.domain.show;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class KnowsAFramework {
    static final Logger LOG = LoggerFactory.getLogger("shows");
}
