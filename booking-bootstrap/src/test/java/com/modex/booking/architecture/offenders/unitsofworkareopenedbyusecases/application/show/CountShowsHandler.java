package com.modex.booking.architecture.offenders.unitsofworkareopenedbyusecases.application.show;

import com.modex.booking.architecture.offenders.unitsofworkareopenedbyusecases.application.UnitOfWork;

record CountShowsHandler(UnitOfWork unitOfWork) {
    int count() {
        return unitOfWork.run(() -> 1);
    }
}
