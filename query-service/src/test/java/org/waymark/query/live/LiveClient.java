package org.waymark.query.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A STOMP client that shows what it is sent, frame by frame. */
final class LiveClient implements WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;
    private int subscriptions;

    static LiveClient open(int port) {
        LiveClient client = new LiveClient();
        client.socket = HTTP.newWebSocketBuilder()
                .subprotocols("v12.stomp")
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/live"), client)
                .join();
        return client;
    }

    static LiveClient connect(int port) {
        LiveClient client = open(port);
        client.send("CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n\0");
        String answer = client.take();
        if (!answer.startsWith("CONNECTED")) {
            throw new AssertionError(answer);
        }
        return client;
    }

    void send(String frame) {
        java.util.Objects.requireNonNull(socket).sendText(frame, true).join();
    }

    void subscribe(String destination) {
        send("SUBSCRIBE\nid:s%d\ndestination:%s\n\n\0".formatted(++subscriptions, destination));
    }

    void subscribe(String destination, String epoch, Object position) {
        send("SUBSCRIBE\nid:s%d\ndestination:%s\nepoch:%s\nposition:%s\n\n\0"
                .formatted(++subscriptions, destination, epoch, position));
    }

    /** Waits for the next message and returns its body. */
    JsonNode next() {
        String frame = take();
        if (!frame.startsWith("MESSAGE")) {
            throw new AssertionError(frame);
        }
        try {
            return JSON.readTree(frame.substring(frame.indexOf("\n\n") + 2, frame.length() - 1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits for an ERROR and returns it. */
    String error() {
        String frame = take();
        while (frame.startsWith("MESSAGE")) {
            frame = take();
        }
        if (!frame.startsWith("ERROR")) {
            throw new AssertionError(frame);
        }
        return frame;
    }

    private String take() {
        try {
            String frame = frames.poll(30, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("nothing came within 30 s");
            }
            return frame.equals("\n") ? take() : frame;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    boolean isOpen() {
        return !java.util.Objects.requireNonNull(socket).isInputClosed();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        frames.add("CLOSED " + code + " " + reason);
        return null;
    }

    void close() {
        java.util.Objects.requireNonNull(socket).abort();
    }
}
