package dev.tessera.app.capture;

import dev.tessera.app.ingestion.CapturedEvent;
import dev.tessera.kernel.id.Uuids;
import dev.tessera.kernel.json.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an accepted event of an event object of a payload (spec/ingestion.md 2.3, 3.2, 5.3). */
final class EventReader {
    private static final int MAX_EVENT_NAME = 200;
    private static final int MAX_DISTINCT_ID = 200;
    private static final Instant YEAR_TEN_THOUSAND = Instant.parse("+10000-01-01T00:00:00Z");

    /** {@link UUID#fromString} takes shorter and shifted groups of digits too. */
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Reception reception;
    private final RandomGenerator random;

    EventReader(Reception reception, RandomGenerator random) {
        this.reception = reception;
        this.random = random;
    }

    /** The event, or a {@link CaptureException} with the specified text. */
    CapturedEvent read(ObjectNode node) {
        String name = eventName(node);
        ObjectNode properties = object(node, "properties").orElseGet(Json::object);
        if (properties.has("$cookieless_mode")
                && !properties.path("$cookieless_mode").isBoolean()) {
            throw CaptureException.badRequest("event submitted with a $cookieless_mode that is not true or false");
        }
        String distinctId = distinctId(node, properties);
        Optional<Instant> sent = skewCorrection(properties);
        Instant timestamp = EventTime.of(text(node, "timestamp"), sent, offset(node), reception.now());
        sent.filter(it -> it.isAfter(Instant.EPOCH) && it.isBefore(YEAR_TEN_THOUSAND))
                .ifPresent(it -> properties.put("$sent_at", Json.instant(it)));
        reception.origin().mark(properties);
        ObjectNode set = personProperties(node, properties, "$set");
        ObjectNode setOnce = personProperties(node, properties, "$set_once");
        return new CapturedEvent(
                uuid(node), name, distinctId, timestamp, Json.write(properties), textOf(set), textOf(setOnce));
    }

    private static String eventName(ObjectNode node) {
        JsonNode name = node.get("event");
        if (name == null || !name.isString()) {
            throw invalid("every event needs a text `event`");
        }
        String text = withoutNul(name.asString());
        if (text.isEmpty()) {
            throw CaptureException.badRequest("event submitted with an empty event name");
        }
        return text.length() > MAX_EVENT_NAME ? text.substring(0, MAX_EVENT_NAME) : text;
    }

    private static String distinctId(ObjectNode node, ObjectNode properties) {
        JsonNode id = firstPresent(node.get("distinct_id"), node.get("$distinct_id"), properties.get("distinct_id"));
        String text = id == null ? "" : id.isString() ? id.asString() : Json.write(id);
        if (text.isBlank()) {
            throw CaptureException.badRequest("event submitted without a distinct_id");
        }
        String clean = withoutNul(text);
        return clean.codePointCount(0, clean.length()) > MAX_DISTINCT_ID
                ? clean.substring(0, clean.offsetByCodePoints(0, MAX_DISTINCT_ID))
                : clean;
    }

    private static @Nullable JsonNode firstPresent(@Nullable JsonNode... candidates) {
        for (JsonNode candidate : candidates) {
            if (candidate != null && !candidate.isNull()) {
                return candidate;
            }
        }
        return null;
    }

    private UUID uuid(ObjectNode node) {
        String text = text(node, "uuid").orElse("");
        if (text.isEmpty()) {
            return Uuids.v7(reception.now(), random);
        }
        if (!UUID_TEXT.matcher(text).matches()) {
            throw invalid("`uuid` is not a UUID");
        }
        return UUID.fromString(text);
    }

    private Optional<Instant> skewCorrection(ObjectNode properties) {
        boolean ignored = BooleanNode.TRUE.equals(properties.get("$ignore_sent_at"));
        return ignored ? Optional.empty() : reception.sentAt();
    }

    private static OptionalLong offset(ObjectNode node) {
        JsonNode offset = node.get("offset");
        if (offset == null || offset.isNull()) {
            return OptionalLong.empty();
        }
        if (!offset.isIntegralNumber() || !offset.canConvertToLong()) {
            throw invalid("`offset` is not a whole number of milliseconds");
        }
        return OptionalLong.of(offset.asLong());
    }

    private static Optional<String> text(ObjectNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw invalid("`" + name + "` is not a text");
        }
        return Optional.of(value.asString());
    }

    private static Optional<ObjectNode> object(ObjectNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof ObjectNode object) {
            return Optional.of(object);
        }
        throw invalid("`" + name + "` is not an object");
    }

    /** Top-level person properties over those in the properties; both are kept with the event (5.3). */
    private static ObjectNode personProperties(ObjectNode node, ObjectNode properties, String name) {
        ObjectNode merged = properties.get(name) instanceof ObjectNode inner ? inner : Json.object();
        if (node.get(name) instanceof ObjectNode top) {
            merged.setAll(top);
            properties.set(name, merged);
        }
        return merged;
    }

    private static String textOf(ObjectNode object) {
        return object.isEmpty() ? "" : Json.write(object);
    }

    private static String withoutNul(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    private static CaptureException invalid(String why) {
        return CaptureException.badRequest("failed to parse request: " + why);
    }
}
