package com.modex.booking.architecture.offenders.applicationaddsonlythedomain.application;

import com.modex.booking.architecture.offenders.applicationaddsonlythedomain.adapter.postgres.Rows;

interface KnowsAnAdapter extends Rows {}
