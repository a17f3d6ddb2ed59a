package com.modex.booking.architecture.offenders.restseesnoaggregate.adapter.rest.show;

import com.modex.booking.architecture.offenders.restseesnoaggregate.domain.show.Show;

record ShowsAShow(Show show) {}
