package com.modex.booking.adapter.rest.seat;

import com.modex.booking.application.show.SeatMapDetails;
import com.modex.booking.domain.seat.Availability;
import com.modex.booking.domain.show.ShowId;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** From what is read to what is sent. */
@Mapper
interface SeatMapper {
    SeatMapResponse toResponse(SeatMapDetails seatMap);

    @Mapping(target = "showId", source = "show")
    AvailabilityResponse toResponse(Availability availability);

    default String toText(ShowId id) {
        return id.toString();
    }
}
