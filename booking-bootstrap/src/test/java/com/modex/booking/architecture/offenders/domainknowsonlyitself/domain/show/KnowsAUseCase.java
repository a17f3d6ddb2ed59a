package com.modex.booking.architecture.offenders.domainknowsonlyitself.domain.show;

import com.modex.booking.architecture.offenders.domainknowsonlyitself.application.ViewShow;

interface KnowsAUseCase extends ViewShow {}
