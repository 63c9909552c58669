package org.waymark.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads one topic as the screen does: a snapshot, then frames, each joining on to the one before. */
final class LiveReader implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FRAME_WITHIN_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final SortedMap<String, JsonNode> rows = new TreeMap<>();
    private final List<String> changed = new ArrayList<>();
    private final WebSocket socket;
    private long position;

    LiveReader(URI url, String topic) {
        URI live = URI.create("ws://" + url.getAuthority() + "/live");
        socket = http.newWebSocketBuilder()
                .subprotocols("v12.stomp")
                .buildAsync(live, this)
                .join();
        say("CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n\0");
        expect("CONNECTED", take());
        say("SUBSCRIBE\nid:s1\ndestination:%s\n\n\0".formatted(topic));
        JsonNode snapshot = next();
        expect("snapshot", snapshot.path("kind").asText());
        position = snapshot.path("position").asLong();
        fold(snapshot);
        changed.clear();
    }

    /** Reads frames until the one at a position; fails if one does not join on. */
    void readTo(long last) {
        while (position < last) {
            JsonNode frame = next();
            expect("frame", frame.path("kind").asText());
            expect(Long.toString(position), frame.path("previous").asText());
            position = frame.path("position").asLong();
            fold(frame);
        }
    }

    private void fold(JsonNode frame) {
        for (JsonNode entry : frame.path("changes")) {
            changed.add(entry.path("key").asText());
            rows.put(entry.path("key").asText(), entry);
        }
    }

    long position() {
        return position;
    }

    /** Returns the rows as they are after the last frame. */
    List<JsonNode> rows() {
        return List.copyOf(rows.values());
    }

    /** Returns the keys of the changes since the snapshot, in the order in which they came. */
    List<String> changed() {
        return List.copyOf(changed);
    }

    private static void expect(String expected, String found) {
        if (!found.startsWith(expected)) {
            throw new AssertionError("expected " + expected + ", not " + found);
        }
    }

    private JsonNode next() {
        String frame = take();
        expect("MESSAGE", frame);
        try {
            return JSON.readTree(frame.substring(frame.indexOf("\n\n") + 2, frame.length() - 1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String take() {
        try {
            String frame = frames.poll(FRAME_WITHIN_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame within %d s".formatted(FRAME_WITHIN_SECONDS));
            }
            return frame.equals("\n") ? take() : frame;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private void say(String frame) {
        socket.sendText(frame, true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
