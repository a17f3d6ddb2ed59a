package com.modex.booking.architecture.offenders.mapstructonlyinadapters.application;

import org.mapstruct.Mapper;

@Mapper
interface ShowMapper {}
