package com.modex.booking.architecture.offenders.restcallsnodrivenport.adapter.rest;

import com.modex.booking.architecture.offenders.restcallsnodrivenport.domain.show.Shows;

record LooksForItself(Shows shows) {}
