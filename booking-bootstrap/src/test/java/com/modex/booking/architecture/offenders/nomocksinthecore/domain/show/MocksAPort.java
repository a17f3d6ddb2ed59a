package com.modex.booking.architecture.offenders.nomocksinthecore.domain.show;

import org.mockito.Mockito;

final class MocksAPort {
    Runnable port() {
        return Mockito.mock();
    }
}
