package com.modex.booking.architecture.offenders.handlersarepackageprivate.application.show;

final class ViewShowHandler implements ViewShow {}
