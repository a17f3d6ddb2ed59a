package com.modex.booking.architecture.offenders.notransactional.adapter.postgres;

import org.springframework.transaction.annotation.Transactional;

@Transactional
class HidesItsTransaction {}
