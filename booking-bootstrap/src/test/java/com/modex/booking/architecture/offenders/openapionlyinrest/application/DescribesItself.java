package com.modex.booking.architecture.offenders.openapionlyinrest.application;

import io.swagger.v3.oas.annotations.media.Schema;

record DescribesItself(
        @Schema(description = "The id of a show.") String show) {}
