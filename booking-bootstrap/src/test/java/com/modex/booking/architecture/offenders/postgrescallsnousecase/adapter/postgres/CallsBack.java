package com.modex.booking.architecture.offenders.postgrescallsnousecase.adapter.postgres;

import com.modex.booking.architecture.offenders.postgrescallsnousecase.application.show.ViewShow;

record CallsBack(ViewShow viewShow) {}
