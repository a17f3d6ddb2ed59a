package com.modex.booking.adapter.rest.local;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.modex.booking.adapter.rest.answer.Answer;
import com.modex.booking.adapter.rest.problem.RequestReading;
import com.modex.booking.domain.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands out tokens to anybody who asks: there is no such route outside the local profile. */
@RestController
final class LocalTokenController {
    private final LocalIssuer issuer;

    LocalTokenController(LocalIssuer issuer) {
        this.issuer = issuer;
    }

    @PostMapping(path = "/local/tokens", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    Answer<TokenResponse> issue(@RequestBody TokenRequest request) {
        var reading = new RequestReading();
        var user = reading.required("/user_id", request.userId(), UserId::new);
        return Answer.ok(reading.finish(
                () -> new TokenResponse(issuer.issue(user.get(), Boolean.TRUE.equals(request.admin())))));
    }

    record TokenRequest(@Nullable String userId, @Nullable Boolean admin) {}

    record TokenResponse(String token) {}
}
