package com.modex.booking.adapter.rest.booking;

import com.modex.booking.application.booking.BookingDetails;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.util.List;
import org.mapstruct.Mapper;

/** From what is read to what is sent. */
@Mapper
interface BookingMapper {
    BookingResponse toResponse(BookingDetails booking);

    List<UnavailableSeatResponse> toResponse(List<UnavailableSeat> seats);

    default String toText(BookingId id) {
        return id.toString();
    }

    default String toText(ShowId id) {
        return id.toString();
    }

    default int toNumber(SeatNumber number) {
        return number.value();
    }
}
