package com.modex.booking.architecture.offenders.nomocksinthecore.application.show;

import org.mockito.Mockito;

final class MocksTheClock {
    Runnable port() {
        return Mockito.mock();
    }
}
