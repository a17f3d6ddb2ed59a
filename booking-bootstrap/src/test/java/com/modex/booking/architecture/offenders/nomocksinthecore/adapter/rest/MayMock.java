package com.modex.booking.architecture.offenders.nomocksinthecore.adapter.rest;

import org.mockito.Mockito;

final class MayMock {
    Runnable port() {
        return Mockito.mock();
    }
}
