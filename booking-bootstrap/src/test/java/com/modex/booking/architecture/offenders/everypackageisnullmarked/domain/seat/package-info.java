@NullMarked
package com.modex.booking.architecture.offenders.everypackageisnullmarked.domain.seat;

import org.jspecify.annotations.NullMarked;
