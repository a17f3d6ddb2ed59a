package com.modex.booking.architecture.offenders.namessaysomething.adapter.rest;

import org.mapstruct.Mapper;

@Mapper
interface ShowMapper {}
