/** What controllers return, and how it is sent. */
@NullMarked
package com.modex.booking.adapter.rest.answer;

import org.jspecify.annotations.NullMarked;
