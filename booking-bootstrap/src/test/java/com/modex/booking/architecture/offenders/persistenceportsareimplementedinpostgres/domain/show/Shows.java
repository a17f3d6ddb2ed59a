package com.modex.booking.architecture.offenders.persistenceportsareimplementedinpostgres.domain.show;

public interface Shows {}
