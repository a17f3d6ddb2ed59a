package com.modex.booking.architecture.offenders.unitsofworkareopenedbyusecases.adapter.rest;

import com.modex.booking.architecture.offenders.unitsofworkareopenedbyusecases.application.UnitOfWork;

record CountsForItself(UnitOfWork unitOfWork) {
    int count() {
        return unitOfWork.run(() -> 1);
    }
}
