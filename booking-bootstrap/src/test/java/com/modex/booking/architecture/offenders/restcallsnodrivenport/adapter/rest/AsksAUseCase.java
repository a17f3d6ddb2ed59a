package com.modex.booking.architecture.offenders.restcallsnodrivenport.adapter.rest;

import com.modex.booking.architecture.offenders.restcallsnodrivenport.application.show.ViewShow;

record AsksAUseCase(ViewShow viewShow) {}
