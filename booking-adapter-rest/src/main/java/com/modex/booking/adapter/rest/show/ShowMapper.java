package com.modex.booking.adapter.rest.show;

import com.modex.booking.adapter.rest.show.ShowResponse.SectionResponse;
import com.modex.booking.application.show.ShowDetails;
import com.modex.booking.domain.show.Section;
import com.modex.booking.domain.show.ShowId;
import org.mapstruct.Mapper;

/** From what is read to what is sent. */
@Mapper
interface ShowMapper {
    ShowResponse toResponse(ShowDetails show);

    default SectionResponse toResponse(Section section) {
        return new SectionResponse(section.name(), section.rows(), section.seatsPerRow());
    }

    default String toText(ShowId id) {
        return id.toString();
    }
}
