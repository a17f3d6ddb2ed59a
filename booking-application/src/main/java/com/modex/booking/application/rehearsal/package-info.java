/** Use cases for the server itself: to try out what it is about to be asked for. */
@NullMarked
package com.modex.booking.application.rehearsal;

import org.jspecify.annotations.NullMarked;
