package com.modex.booking.adapter.rest.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.http.HttpClient;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Asks the issuer over HTTP for its keys: at the place that was named, or at the one that it names itself (OpenID Connect
 * Discovery 1.0, RFC 8414). It has {@link #TO_CONNECT} and {@link #TO_ANSWER} for each question, to the last byte.
 */
final class PublishedKeys implements IssuerKeys.Published {
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);
    private static final MediaType KEY_SET = new MediaType("application", "jwk-set+json");

    private final String issuer;
    private final String named;
    // A client takes long to make, and the start can go on without it.
    private final Supplier<RestOperations> http = SingletonSupplier.of(PublishedKeys::patient);

    /** @param named where the keys are; blank if the issuer is to say */
    PublishedKeys(String issuer, String named) {
        this.issuer = issuer;
        this.named = named;
    }

    @Override
    public JWKSet fetch() throws ParseException {
        return JWKSet.parse(read(named.isBlank() ? discovered() : URI.create(named)));
    }

    private URI discovered() throws ParseException {
        for (URI place : placesOfMetadata()) {
            try {
                Map<String, Object> metadata = JSONObjectUtils.parse(read(place));
                if (!issuer.equals(JSONObjectUtils.getString(metadata, "issuer"))) {
                    throw new IllegalStateException("The metadata at " + place + " is another issuer's");
                }
                String keys = JSONObjectUtils.getString(metadata, "jwks_uri");
                if (keys == null) {
                    throw new IllegalStateException("The metadata at " + place + " has no jwks_uri");
                }
                return URI.create(keys);
            } catch (HttpClientErrorException _) {
                // It is not there; the next place may have it.
            }
        }
        throw new IllegalStateException("The issuer publishes no metadata");
    }

    private List<URI> placesOfMetadata() {
        String path = URI.create(issuer).getRawPath();
        return List.of(
                place(path + "/.well-known/openid-configuration"),
                place("/.well-known/openid-configuration" + path),
                place("/.well-known/oauth-authorization-server" + path));
    }

    private URI place(String path) {
        return UriComponentsBuilder.fromUriString(issuer)
                .replacePath(path)
                .build(true)
                .toUri();
    }

    private String read(URI place) {
        var request = RequestEntity.get(place)
                .accept(MediaType.APPLICATION_JSON, KEY_SET)
                .build();
        String body = http.get().exchange(request, String.class).getBody();
        if (body == null) {
            throw new IllegalStateException("Nothing is at " + place);
        }
        return body;
    }

    private static RestOperations patient() {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(TO_CONNECT)
                .build());
        requests.setReadTimeout(TO_ANSWER);
        return new RestTemplate(requests);
    }
}
