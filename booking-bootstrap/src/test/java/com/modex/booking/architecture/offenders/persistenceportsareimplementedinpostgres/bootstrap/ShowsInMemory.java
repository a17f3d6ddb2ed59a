package com.modex.booking.architecture.offenders.persistenceportsareimplementedinpostgres.bootstrap;

import com.modex.booking.architecture.offenders.persistenceportsareimplementedinpostgres.domain.show.Shows;

final class ShowsInMemory implements Shows {}
