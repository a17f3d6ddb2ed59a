package com.modex.booking.architecture.offenders.testshavenamesthatmavenruns.adapter.postgres;

class JooqSeatLockChecks implements JooqSeatLockContract {}
