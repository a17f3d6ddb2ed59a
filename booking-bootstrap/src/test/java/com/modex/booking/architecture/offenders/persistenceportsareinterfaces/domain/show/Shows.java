package com.modex.booking.architecture.offenders.persistenceportsareinterfaces.domain.show;

abstract class Shows {}
