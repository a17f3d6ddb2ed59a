package com.modex.booking.adapter.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.UnavailableException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** A connection to the database that breaks is not the client's. */
class BrokenConnectionTest {
    @Test
    void whoWaitsForTheDatabaseIsTold() {
        var response = new MockHttpServletResponse();

        new ProblemResolver(new ProblemWriter(new JsonMapper()))
                .resolveException(
                        new MockHttpServletRequest("POST", "/v1/shows"),
                        response,
                        null,
                        new UnavailableException(
                                "The database does not answer", new SocketException("Connection reset")));

        assertThat(response.getStatus()).isEqualTo(503);
    }
}
