package org.waymark.command.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.waymark.events.Malformed;
import org.waymark.events.PersonId;
import org.waymark.events.store.EventJson;

/**
 * A command as it was sent.
 *
 * @param path where it was sent to, without the verb's stream kind: stream and verb
 * @param key the sender's idempotency key, absent in a rehearsal
 * @param seen the version of the stream the sender decided on, absent if they did not say
 */
record Sent(
        String path,
        JsonNode body,
        Actor actor,
        @Nullable String key,
        @Nullable Long seen) {

    static final String KEY = "Idempotency-Key";
    static final String PERSON = "Waymark-Person";
    static final String ACTING_FOR = "Waymark-Acting-For";

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_BODY = 256 * 1024; // characters; a report's list of recommendations has 10,000
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * Reads headers and body.
     *
     * @throws Malformed if a needed header is missing, or one can't be what it claims to be
     */
    static Sent read(String path, HttpHeaders headers, String body) {
        String key = needed(headers, KEY, "a key of your own for this command");
        if (key.length() > LONGEST_KEY) {
            throw Malformed.because(KEY, key.substring(0, LONGEST_KEY), "at most 200 characters");
        }
        if (body.length() > LONGEST_BODY) {
            throw Malformed.because("body", body.length() + " characters", "at most " + LONGEST_BODY);
        }
        return new Sent(path, json(body), actor(headers), key, version(headers.getFirst(HttpHeaders.IF_MATCH)));
    }

    static Actor actor(HttpHeaders headers) {
        return actor(
                needed(headers, PERSON, "the id of the person who records"),
                needed(headers, ACTING_FOR, "the capacity, such as BOARD or SOAC:GNSO"));
    }

    static Actor actor(String person, String actingFor) {
        return new Actor(new PersonId(person), Capacity.read(actingFor), false);
    }

    private static String needed(HttpHeaders headers, String name, String expected) {
        String value = headers.getFirst(name);
        if (value == null || value.isBlank()) {
            throw Malformed.because(name, "(none)", expected);
        }
        return value.strip();
    }

    static JsonNode json(String body) {
        try {
            return EventJson.mapper().readTree(body);
        } catch (JsonProcessingException broken) {
            throw Malformed.because("body", broken.getOriginalMessage(), "JSON");
        }
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        String digits = ifMatch.strip().replaceAll("^\"|\"$", "");
        if (!digits.matches("-?[0-9]{1,18}")) {
            throw Malformed.because(HttpHeaders.IF_MATCH, ifMatch, "the version of the stream in quotes, \"76\"");
        }
        return Long.valueOf(digits);
    }

    /** Returns SHA-256 of path and body; the order of the fields makes no difference. */
    String hash() {
        try {
            ObjectNode whole = EventJson.mapper().createObjectNode().put("path", path);
            whole.set("body", body);
            String canonical = CANONICAL.writeValueAsString(CANONICAL.treeToValue(whole, Object.class));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
