package com.modex.booking.architecture.offenders.unitsofworkareopenedbyusecases.application;

import java.util.function.Supplier;

public interface UnitOfWork {
    <T> T run(Supplier<T> work);
}
