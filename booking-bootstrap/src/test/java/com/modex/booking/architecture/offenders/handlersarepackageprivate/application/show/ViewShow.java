package com.modex.booking.architecture.offenders.handlersarepackageprivate.application.show;

public interface ViewShow {}
