package com.modex.booking.architecture.offenders.unitsofworkareopenedbyusecases.adapter.postgres;

import com.modex.booking.architecture.offenders.unitsofworkareopenedbyusecases.application.UnitOfWork;
import java.util.function.Supplier;

class SpringUnitOfWork implements UnitOfWork {
    @Override
    public <T> T run(Supplier<T> work) {
        return work.get();
    }
}
