package com.modex.booking.architecture.offenders.handlersarepackageprivate.application.show;

public final class ViewsShows implements ViewShow {}
