package com.modex.booking.architecture.offenders.adaptersdonotknoweachother.adapter.postgres;

public interface Rows {}
