package com.modex.booking.architecture.offenders.openapionlyinrest.adapter.rest;

import io.swagger.v3.oas.annotations.media.Schema;

record MayDescribeItself(
        @Schema(description = "The id of a show.") String show) {}
