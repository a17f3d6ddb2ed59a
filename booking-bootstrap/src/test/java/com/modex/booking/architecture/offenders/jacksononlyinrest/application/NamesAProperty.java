package com.modex.booking.architecture.offenders.jacksononlyinrest.application;

import com.fasterxml.jackson.annotation.JsonProperty;

record NamesAProperty(@JsonProperty("show_id") String show) {}
