@NullMarked
package com.modex.booking.adapter.rest.problem;

import org.jspecify.annotations.NullMarked;
