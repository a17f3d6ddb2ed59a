package com.modex.booking.fuzz;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Draws JSON: values that a schema allows, and values that hardly any does. */
final class DrawnValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Small, so that shows are cheap and their seats run short; the description's own limits are tried now and then. */
    private static final int SMALL = 60;

    private static final List<String> TEXTS = List.of(
            "Hamlet",
            "Was ihr wollt",
            "%",
            "_",
            "\\",
            "'",
            "\"; DROP TABLE shows; --",
            "Ödipus",
            "\uD83C\uDFAD",
            "\u202Etelmah",
            "\u2028",
            "e\u0301",
            "0",
            "null",
            "<script>",
            "${jndi:ldap://127.0.0.1/x}",
            "a,b;c",
            "   x");

    private static final List<String> WRONG = List.of(
            "null",
            "true",
            "\"\"",
            "\" \"",
            "0",
            "-1",
            "-0",
            "1.0",
            "1.5",
            "1e2",
            "1e400",
            "-1e-400",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "9".repeat(500),
            "0." + "1".repeat(2_000),
            "\"1\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"\": null}",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"" + "a".repeat(300) + "\"",
            "\"CIRCUS\"",
            "\"show\"",
            "\"2020-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"+294277-01-01T00:00:00Z\"",
            "\"+999999999-12-31T23:59:59.999999999Z\"",
            "\"-0001-01-01T00:00:00Z\"",
            "\"0000-01-01T00:00:00Z\"",
            "\"2027-02-30T00:00:00Z\"",
            "\"2027-01-01T00:00:00+25:00\"",
            "\"2027-01-01T00:00:60Z\"",
            "\"2027-01-01T00:00:00\"",
            "\"2027-01-01\"",
            "NaN",
            "Infinity",
            "'x'",
            "01",
            "+1",
            "0x1",
            "\"\\x\"",
            ".5",
            "\"a\r\nb\"",
            "\"a\\r\\nb\"",
            "\"\t\"",
            "// x\n1",
            "/**/1",
            "",
            "1,",
            "nul");

    private final JsonNode description;
    private final Instant now;

    DrawnValues(JsonNode description, Instant now) {
        this.description = description;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * A value that the schema allows.
     *
     * @param name of the field or parameter
     * @param seats numbers for fields that name seats
     */
    JsonNode right(JsonNode schema, String name, List<Integer> seats, RandomGenerator random) {
        JsonNode shape = Operation.resolved(description, schema);
        if (shape.has("enum")) {
            return shape.path("enum").path(random.nextInt(shape.path("enum").size()));
        }
        return switch (type(shape)) {
            case "object" -> object(shape, seats, random);
            case "array" -> array(shape, name, seats, random);
            case "integer" -> NODES.numberNode(integer(shape, name, random));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default ->
                NODES.stringNode(
                        shape.path("format").asString().equals("date-time") ? time(name, random) : text(shape, random));
        };
    }

    JsonNode propertyOf(JsonNode schema, String name) {
        return Operation.resolved(description, schema).path("properties").path(name);
    }

    private static String type(JsonNode shape) {
        JsonNode type = shape.path("type");
        return type.isArray() ? type.path(0).asString() : type.asString();
    }

    private static boolean mayBeNull(JsonNode shape) {
        return shape.path("type").valueStream().anyMatch(type -> type.asString().equals("null"));
    }

    private ObjectNode object(JsonNode shape, List<Integer> seats, RandomGenerator random) {
        List<String> required =
                shape.path("required").valueStream().map(JsonNode::asString).toList();
        var object = NODES.objectNode();
        shape.path("properties").forEachEntry((name, property) -> {
            if (required.contains(name)) {
                object.set(name, right(property, name, seats, random));
            } else if (random.nextInt(100) < 40) {
                object.set(
                        name,
                        mayBeNull(Operation.resolved(description, property)) && random.nextInt(10) == 0
                                ? NODES.nullNode()
                                : right(property, name, seats, random));
            }
        });
        return object;
    }

    private ArrayNode array(JsonNode shape, String name, List<Integer> seats, RandomGenerator random) {
        var array = NODES.arrayNode();
        int size = 1 + random.nextInt(3);
        if (name.equals("seats") && !seats.isEmpty()) {
            var shuffled = new ArrayList<>(seats);
            Collections.shuffle(shuffled, Random.from(random));
            shuffled.stream().limit(size).forEach(array::add);
        } else {
            for (int i = 0; i < size; i++) {
                JsonNode item = right(shape.path("items"), name, seats, random);
                if (item instanceof ObjectNode object && object.has("name")) {
                    object.put("name", i + object.path("name").asString());
                }
                array.add(item);
            }
        }
        return array;
    }

    private static long integer(JsonNode shape, String name, RandomGenerator random) {
        long min = shape.path("minimum").asLong(0);
        long max = shape.path("maximum").asLong(Integer.MAX_VALUE);
        int chance = random.nextInt(1_000);
        if (chance < 20) {
            return min;
        }
        // A show of the greatest size takes seconds: a few of them are enough.
        if (chance < 40 && (max < 10_000 || chance == 20)) {
            return max;
        }
        long most = name.equals("quantity") || name.equals("rows") || name.equals("seats_per_row") ? 5 : SMALL;
        return random.nextLong(min, Math.min(max, min + most) + 1);
    }

    /** Such that shows are to come and on sale, where it is not about what is listed. */
    private String time(String name, RandomGenerator random) {
        long minutes = random.nextLong(1, 60L * 24 * 90);
        Instant time = name.equals("sales_open_at") || (name.equals("from") && random.nextBoolean())
                ? now.minus(minutes, ChronoUnit.MINUTES)
                : now.plus(60 + minutes, ChronoUnit.MINUTES);
        return random.nextInt(4) == 0 ? time.toString().replace("Z", ".123456+00:00") : time.toString();
    }

    private static String text(JsonNode shape, RandomGenerator random) {
        int max = shape.path("maxLength").asInt(200);
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        return switch (random.nextInt(30)) {
            case 0 -> "x".repeat(Math.max(shape.path("minLength").asInt(1), 1));
            case 1 -> "x".repeat(max - 1);
            default -> text + random.nextInt(1_000);
        };
    }

    /** JSON that fits nowhere, or is none. */
    JsonNode wrong(RandomGenerator random) {
        return raw(random.nextInt(20) == 0 ? nested(random) : WRONG.get(random.nextInt(WRONG.size())));
    }

    private static JsonNode raw(String text) {
        return NODES.rawValueNode(new RawValue(text));
    }

    private static String nested(RandomGenerator random) {
        int depth = 1 << random.nextInt(16);
        String open = random.nextBoolean() ? "[" : "{\"a\":";
        int times = Math.min(depth, 60_000 / open.length());
        return open.repeat(times)
                + (random.nextBoolean() ? "1" + (open.equals("[") ? "]" : "}").repeat(times / 8) : "");
    }

    /** Something in the tree is replaced, left out, or put beside. */
    void spoil(ObjectNode body, RandomGenerator random) {
        ObjectNode place = body;
        for (JsonNode child : body) {
            JsonNode inner = child.isArray() && !child.isEmpty() ? child.path(random.nextInt(child.size())) : child;
            if (inner instanceof ObjectNode object && random.nextBoolean()) {
                place = object;
            } else if (child instanceof ArrayNode array && random.nextInt(4) == 0) {
                spoil(array, random);
                return;
            }
        }
        List<String> names = List.copyOf(place.propertyNames());
        if (names.isEmpty() || random.nextInt(6) == 0) {
            place.set(random.nextBoolean() ? "user_id" : "\u0000x\r\n", wrong(random));
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(5) == 0) {
            place.remove(name);
        } else {
            place.set(name, wrong(random));
        }
    }

    private void spoil(ArrayNode array, RandomGenerator random) {
        switch (random.nextInt(4)) {
            case 0 -> array.add(wrong(random));
            case 1 -> array.addAll(array.deepCopy());
            case 2 -> {
                for (int i = 0; i < 101; i++) {
                    array.add(1_000_000 + i);
                }
            }
            default -> array.removeAll();
        }
    }

    static String toText(JsonNode body) {
        return JSON.writeValueAsString(body);
    }
}
