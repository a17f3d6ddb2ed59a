package com.modex.booking.architecture.offenders.persistenceportsareimplementedinpostgres.adapter.postgres;

import com.modex.booking.architecture.offenders.persistenceportsareimplementedinpostgres.domain.show.Shows;

final class JooqShows implements Shows {}
