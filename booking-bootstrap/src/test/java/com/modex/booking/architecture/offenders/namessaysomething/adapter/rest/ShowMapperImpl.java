package com.modex.booking.architecture.offenders.namessaysomething.adapter.rest;

class ShowMapperImpl implements ShowMapper {}
