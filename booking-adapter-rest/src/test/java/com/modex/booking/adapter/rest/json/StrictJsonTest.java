package com.modex.booking.adapter.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.probe.OverHttp;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest extends OverHttp {
    @Test
    void namesAreInSnakeCaseTimesInUtcAndAbsentFieldsNull() throws Exception {
        var response = post(
                "/v1/probe/echo",
                "{\"show_name\": \"\\ud83c\\udfad\", \"plain\": 1, \"start_time\": \"2031-05-06T09:08:09.5+02:00\"}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(JSON.readTree(response.body())).isEqualTo(JSON.readTree("""
                        {"show_name": "\ud83c\udfad", "count": null, "plain": 1, "flag": null,
                         "start_time": "2031-05-06T07:08:09.500Z", "kind": null, "seats": null, "inners": null}"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'plain': 1, 'nope': 2}                       | /nope          | UNKNOWN_FIELD",
                "{'plain': 1, 'a/b~c': 2}                      | /a~1b~0c       | UNKNOWN_FIELD",
                "{'plain': 1, 'showName': 'x'}                 | /showName      | UNKNOWN_FIELD",
                "{'plain': 1, 'inners': [{}, {'nope': 1}]}     | /inners/1/nope | UNKNOWN_FIELD",
                "{'plain': '3'}                                | /plain         | WRONG_TYPE",
                "{'plain': ''}                                 | /plain         | WRONG_TYPE",
                "{'plain': 3.0}                                | /plain         | WRONG_TYPE",
                "{'plain': null}                               | /plain         | WRONG_TYPE",
                "{'plain': 1, 'count': '3'}                    | /count         | WRONG_TYPE",
                "{'plain': 1, 'count': ''}                     | /count         | WRONG_TYPE",
                "{'plain': 1, 'count': 3.0}                    | /count         | WRONG_TYPE",
                "{'plain': 1, 'count': 3.5}                    | /count         | WRONG_TYPE",
                "{'plain': 1, 'count': 1e2}                    | /count         | WRONG_TYPE",
                "{'plain': 1, 'count': true}                   | /count         | WRONG_TYPE",
                "{'plain': 1, 'count': 99999999999}            | /count         | WRONG_TYPE",
                "{'plain': 1, 'seats': [1, 99999999999]}       | /seats/1       | WRONG_TYPE",
                "{'plain': 1, 'seats': [1, '2']}               | /seats/1       | WRONG_TYPE",
                "{'plain': 1, 'seats': 1}                      | /seats         | WRONG_TYPE",
                "{'plain': 1, 'flag': 1}                       | /flag          | WRONG_TYPE",
                "{'plain': 1, 'flag': 'true'}                  | /flag          | WRONG_TYPE",
                "{'plain': 1, 'flag': ''}                      | /flag          | WRONG_TYPE",
                "{'plain': 1, 'show_name': 5}                  | /show_name     | WRONG_TYPE",
                "{'plain': 1, 'show_name': true}               | /show_name     | WRONG_TYPE",
                "{'plain': 1, 'show_name': ['x']}              | /show_name     | WRONG_TYPE",
                "{'plain': 1, 'show_name': {}}                 | /show_name     | WRONG_TYPE",
                "{'plain': 1, 'kind': 'PLAY'}                  | /kind          | WRONG_TYPE",
                "{'plain': 1, 'kind': ''}                      | /kind          | WRONG_TYPE",
                "{'plain': 1, 'kind': 0}                       | /kind          | WRONG_TYPE",
                "{'plain': 1, 'start_time': 1}                 | /start_time    | WRONG_TYPE",
                "{'plain': 1, 'start_time': ''}                | /start_time    | WRONG_TYPE",
                "{'plain': 1, 'start_time': '2031-05-06'}      | /start_time    | WRONG_TYPE",
                "{'plain': 1, 'start_time': '2031-05-06T07:08:09'}        | /start_time | WRONG_TYPE",
                "{'plain': 1, 'start_time': '2031-02-30T07:08:09Z'}       | /start_time | WRONG_TYPE",
                "{'plain': 1, 'start_time': '+999999999-05-06T07:08:09Z'} | /start_time | WRONG_TYPE",
                "{'plain': 1, 'show_name': 'a\\u0000b'}        | /show_name     | INVALID_TEXT",
                "{'plain': 1, 'show_name': '\\ud800'}          | /show_name     | INVALID_TEXT",
                "{'plain': 1, 'show_name': '\\udc00\\ud800'}   | /show_name     | INVALID_TEXT",
                "{'plain': 1, 'inners': [{'text': '\\ud800'}]} | /inners/0/text | INVALID_TEXT"
            },
            quoteCharacter = '`')
    void aSlipIsNamedByItsPlace(String json, String pointer, String code) throws Exception {
        var problem = problem(post("/v1/probe/echo", json.replace('\'', '"')), 400, "VALIDATION_FAILED");

        assertThat(problem.path("errors").size()).isEqualTo(1);
        var error = problem.path("errors").path(0);
        assertThat(error.path("pointer").asString()).isEqualTo(pointer);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("detail").asString()).isNotBlank();
    }

    static String[] broken() {
        return new String[] {
            "{",
            "{\"plain\": 1",
            "{\"plain\": 01}",
            "{plain: 1}",
            "{'plain': 1}",
            "{\"plain\": 1} {}",
            "{\"plain\": 1} x",
            "{\"plain\": 1, \"plain\": 2}",
            "{\"plain\": 1, \"inners\": [{\"text\": \"a\", \"text\": \"b\"}]}",
            "{\"plain\": NaN}",
            "{\"plain\": 1, // why\n\"count\": 2}",
            "{\"plain\": 1, \"show_name\": \"a\u0000b\"}",
            "{\"plain\": 1, \"show_name\": \"a\nb\"}",
            "\u0000",
            "[".repeat(32_000),
            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
            "{\"plain\": " + "9".repeat(5000) + "}"
        };
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenJsonIsMalformed(String json) throws Exception {
        var response = post("/v1/probe/echo", json);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(problemCode(response.body())).isIn("MALFORMED_REQUEST", "VALIDATION_FAILED");
        problem(response, 400, problemCode(response.body()));
    }

    private static String problemCode(String body) {
        return JSON.readTree(body).path("code").asString();
    }

    @Test
    void codesTellBrokenJsonFromBrokenRules() throws Exception {
        problem(post("/v1/probe/echo", "{\"plain\": 1"), 400, "MALFORMED_REQUEST");
        problem(post("/v1/probe/echo", "{\"plain\": 1, \"plain\": 2}"), 400, "MALFORMED_REQUEST");
        problem(post("/v1/probe/echo", "{\"plain\": 1} {}"), 400, "MALFORMED_REQUEST");
        problem(post("/v1/probe/tree", nested(501)), 400, "MALFORMED_REQUEST");
        problem(post("/v1/probe/tree", nested(32_000)), 400, "MALFORMED_REQUEST");
        assertThat(post("/v1/probe/tree", nested(500)).statusCode()).isEqualTo(200);
        problem(post("/v1/probe/echo", "[]"), 400, "MALFORMED_REQUEST");
        problem(post("/v1/probe/echo", "null"), 400, "MALFORMED_REQUEST");
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0 80", "ED A0 80", "FF", "C3 28", "F4 90 80 80", "E2 82"})
    void badUtf8IsRefused(String bytes) throws Exception {
        byte[] text = HexFormat.ofDelimiter(" ").parseHex(bytes);
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"plain\": 1, \"show_name\": \"a".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(text);
        body.writeBytes("z\"}".getBytes(StandardCharsets.UTF_8));

        var response = post("/v1/probe/echo", body.toByteArray());

        problem(response, 400, problemCode(response.body()));
    }

    @Test
    void aBodyMayBeMissingOnlyWhereItIsOptional() throws Exception {
        problem(post("/v1/probe/echo", ""), 400, "MALFORMED_REQUEST");

        var left = send("POST", "/v1/probe/optional", user());
        assertThat(left.statusCode()).as(left.body()).isEqualTo(200);
        assertThat(left.body()).contains("false");
        assertThat(post("/v1/probe/optional", "{\"plain\": 1}").body()).contains("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/cbor",
                "application/xml",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "nonsense",
                "application/json; charset=nope"
            })
    void onlyJsonIsRead(String type) throws Exception {
        var response = send(request("/v1/probe/echo")
                .header("Authorization", "Bearer " + user())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("plain: 1")));

        problem(response, 415, "UNSUPPORTED_MEDIA_TYPE");
    }
}
