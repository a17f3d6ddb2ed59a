package com.modex.booking.architecture.offenders.postgrescallsnousecase.adapter.postgres;

import com.modex.booking.architecture.offenders.postgrescallsnousecase.application.UnitOfWork;

final class KeepsAPort implements UnitOfWork {}
