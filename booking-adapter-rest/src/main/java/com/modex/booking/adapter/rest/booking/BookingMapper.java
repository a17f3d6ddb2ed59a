package com.modex.booking.adapter.rest.booking;

import com.modex.booking.application.booking.BookingDetails;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.show.ShowId;
import org.mapstruct.Mapper;

/** From what is read to what is sent. */
@Mapper
interface BookingMapper {
    BookingResponse toResponse(BookingDetails booking);

    default String toText(BookingId id) {
        return id.toString();
    }

    default String toText(ShowId id) {
        return id.toString();
    }
}
