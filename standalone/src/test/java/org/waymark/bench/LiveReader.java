package org.waymark.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One open screen: subscribes to a topic and notes when each frame has come. */
final class LiveReader implements WebSocket.Listener, AutoCloseable {

    private static final Pattern POSITION = Pattern.compile("\"position\":(\\d+)");

    private final StringBuilder partial = new StringBuilder();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final ObjLongConsumer<Instant> frames;
    private final WebSocket socket;

    /**
     * Subscribes and waits for the state that is sent first.
     *
     * @param frames is told when a frame came, and its position
     */
    LiveReader(HttpClient http, URI url, String topic, ObjLongConsumer<Instant> frames) throws InterruptedException {
        this.frames = frames;
        this.socket = http.newWebSocketBuilder()
                .subprotocols("v12.stomp")
                .buildAsync(URI.create("ws://" + url.getAuthority() + "/live"), this)
                .join();
        socket.sendText("CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n\0", true)
                .join();
        socket.sendText("SUBSCRIBE\nid:1\ndestination:" + topic + "\n\n\0", true)
                .join();
        if (!subscribed.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("No answer to a subscription to " + topic);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            heard(Instant.now());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void heard(Instant at) {
        Matcher position = POSITION.matcher(partial);
        if (partial.indexOf("\"kind\":\"snapshot\"") >= 0) {
            subscribed.countDown();
        } else if (partial.indexOf("\"kind\":\"frame\"") >= 0 && position.find()) {
            frames.accept(at, Long.parseLong(position.group(1)));
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
