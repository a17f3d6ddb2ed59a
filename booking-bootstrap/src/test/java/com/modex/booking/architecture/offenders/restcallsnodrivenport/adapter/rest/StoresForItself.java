package com.modex.booking.architecture.offenders.restcallsnodrivenport.adapter.rest;

import com.modex.booking.architecture.offenders.restcallsnodrivenport.application.UnitOfWork;

record StoresForItself(UnitOfWork unitOfWork) {}
