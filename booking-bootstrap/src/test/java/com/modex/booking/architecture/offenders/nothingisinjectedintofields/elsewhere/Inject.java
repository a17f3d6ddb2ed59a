package com.modex.booking.architecture.offenders.nothingisinjectedintofields.elsewhere;

/** Stands in for Jakarta's, which is not on the class path. */
public @interface Inject {}
