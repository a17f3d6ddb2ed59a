package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.modex.booking.client.ApiClient;
import com.modex.booking.client.api.BookingsApi;
import com.modex.booking.client.api.ShowsApi;
import com.modex.booking.client.model.BookSeatsRequest;
import com.modex.booking.client.model.Booking;
import com.modex.booking.client.model.BookingPage;
import com.modex.booking.client.model.BookingStatus;
import com.modex.booking.client.model.CreateShowRequest;
import com.modex.booking.client.model.Problem;
import com.modex.booking.client.model.ProblemCode;
import com.modex.booking.client.model.Seat;
import com.modex.booking.client.model.SeatMap;
import com.modex.booking.client.model.SeatStatus;
import com.modex.booking.client.model.SectionRequest;
import com.modex.booking.client.model.Show;
import com.modex.booking.client.model.ShowType;
import com.modex.booking.client.model.UnavailableSeatReason;
import com.modex.booking.journey.DescribedApi.Seen;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClientResponseException;

/** A whole journey through a client that was generated from the description, as other teams generate theirs. */
class GeneratedClientJourneyTest {
    private static RunningServer server;
    private static ApiClient nobody;
    private static ApiClient admin;
    private static ApiClient alice;
    private static ApiClient bob;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
        nobody = client(null);
        admin = client(server.adminToken());
        alice = client(server.userToken("alice"));
        bob = client(server.userToken("bob"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void fromTheShowToTheLastCancellation() {
        OffsetDateTime start = RunningServer.inDays(30).atOffset(ZoneOffset.UTC);
        Show scheduled = new ShowsApi(admin)
                .createShow(
                        new CreateShowRequest()
                                .name("Hamlet")
                                .type(ShowType.SHOW)
                                .startTime(start)
                                .addSectionsItem(new SectionRequest()
                                        .name("Stalls")
                                        .rows(2)
                                        .seatsPerRow(3)),
                        "schedule");
        assertThat(scheduled.getTotalSeats()).isEqualTo(6);
        assertThat(scheduled.getStartTime()).isEqualTo(start);
        assertThat(scheduled.getSalesOpenAt()).isNull();

        var shows = new ShowsApi(nobody);
        assertThat(shows.listShows(ShowType.SHOW, "ham", null, start.plusDays(1), 10, null, null)
                        .getItems())
                .containsExactly(scheduled);
        assertThat(shows.viewShow(scheduled.getId(), null)).isEqualTo(scheduled);
        assertThat(shows.viewSeatMap(scheduled.getId(), null).getSeats())
                .hasSize(6)
                .allMatch(seat -> seat.getStatus() == SeatStatus.AVAILABLE);

        var bookings = new BookingsApi(alice);
        Booking held = bookings.bookSeats(
                scheduled.getId(), new BookSeatsRequest().seats(Set.of(3, 4)).confirm(false), "hold");
        assertThat(held.getStatus()).isEqualTo(BookingStatus.PENDING);
        assertThat(held.getSeats()).containsExactly(3, 4);
        assertThat(held.getExpiresAt()).isNotNull();

        Booking confirmed = bookings.confirmBooking(held.getId(), null);
        assertThat(confirmed.getStatus()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(status(shows.viewSeatMap(scheduled.getId(), null), 3)).isEqualTo(SeatStatus.BOOKED);

        var refused = catchThrowableOfType(
                RestClientResponseException.class,
                () -> new BookingsApi(bob)
                        .bookSeats(scheduled.getId(), new BookSeatsRequest().seats(Set.of(4, 5)), null));
        Problem problem = refused.getResponseBodyAs(Problem.class);
        assertThat(problem).isNotNull();
        assertThat(problem.getStatus())
                .isEqualTo(refused.getStatusCode().value())
                .isEqualTo(409);
        assertThat(problem.getCode()).isEqualTo(ProblemCode.SEATS_UNAVAILABLE);
        assertThat(problem.getSeats()).singleElement().satisfies(seat -> {
            assertThat(seat.getNumber()).isEqualTo(4);
            assertThat(seat.getReason()).isEqualTo(UnavailableSeatReason.BOOKED);
        });
        assertThat(problem.getAlternatives()).containsExactly(List.of(1, 2), List.of(5, 6));

        Booking cancelled = bookings.cancelBooking(held.getId(), null);
        assertThat(cancelled.getStatus()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(status(shows.viewSeatMap(scheduled.getId(), null), 3)).isEqualTo(SeatStatus.AVAILABLE);
        BookingPage own = bookings.listBookings(BookingStatus.CANCELLED, null, null);
        assertThat(own.getItems()).containsExactly(cancelled);
        assertThat(own.getNext()).isNull();
    }

    @Test
    void withoutATokenNothingIsBooked() {
        var refused = catchThrowableOfType(
                RestClientResponseException.class, () -> new BookingsApi(nobody).listBookings(null, null, null));

        Problem problem = refused.getResponseBodyAs(Problem.class);
        assertThat(problem).isNotNull();
        assertThat(problem.getCode()).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    private static SeatStatus status(SeatMap map, int number) {
        return map.getSeats().stream()
                .filter(seat -> seat.getNumber() == number)
                .map(Seat::getStatus)
                .findFirst()
                .orElseThrow();
    }

    private static ApiClient client(@Nullable String token) {
        var client = new ApiClient(ApiClient.buildRestClientBuilder()
                .bufferContent((uri, method) -> true)
                .requestInterceptor(GeneratedClientJourneyTest::check)
                .build());
        client.setBasePath("http://localhost:" + server.port());
        if (token != null) {
            client.setBearerToken(token);
        }
        return client;
    }

    /** What this client sees is described, too. */
    private static ClientHttpResponse check(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        ClientHttpResponse response = execution.execute(request, body);
        var headers = new LinkedHashMap<String, List<String>>();
        response.getHeaders().forEach(headers::put);
        DescribedApi.CHECKED_IN.check(new Seen(
                request.getMethod().name(),
                request.getURI().getRawPath(),
                response.getStatusCode().value(),
                HttpHeaders.of(headers, (name, value) -> true),
                new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
        return response;
    }
}
