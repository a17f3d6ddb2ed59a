package com.modex.booking.architecture.offenders.mapstructonlyinadapters.adapter.rest;

import org.mapstruct.Mapper;

@Mapper
interface ShowMapper {}
