package com.modex.booking.architecture.offenders.adaptersdonotknoweachother.adapter.rest;

import com.modex.booking.architecture.offenders.adaptersdonotknoweachother.adapter.postgres.Rows;

interface ReadsRows extends Rows {}
