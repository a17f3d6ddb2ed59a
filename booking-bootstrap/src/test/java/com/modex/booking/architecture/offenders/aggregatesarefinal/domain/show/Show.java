package com.modex.booking.architecture.offenders.aggregatesarefinal.domain.show;

class Show {}
