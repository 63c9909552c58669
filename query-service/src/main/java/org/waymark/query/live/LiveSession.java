package org.waymark.query.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.BufferingStompDecoder;
import org.springframework.messaging.simp.stomp.StompDecoder;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One open connection: a bounded queue of what is to be sent, and a thread of its own that sends it, so that a slow reader
 * holds up nobody else.
 */
final class LiveSession {

    /** Says why a reader was cut off; it may connect again and resume. */
    static final CloseStatus SLOW_READER = new CloseStatus(4008, "slow-reader");
    /** Nothing came from the reader for three heartbeats. */
    static final CloseStatus SILENT = new CloseStatus(4009, "silent");

    static final WebSocketMessage<?> HEARTBEAT = new TextMessage("\n");

    private static final int LARGEST_COMMAND = 16 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);

    private final WebSocketSession socket;
    private final BlockingQueue<WebSocketMessage<?>> waiting;
    private final BufferingStompDecoder decoder = new BufferingStompDecoder(new StompDecoder(), LARGEST_COMMAND);
    private final Map<String, Topic> subscriptions = new LinkedHashMap<>();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final Thread writer;
    private volatile @Nullable Farewell farewell;
    private volatile boolean connected;
    private volatile boolean silenceAllowed;
    private volatile long heardAt = System.nanoTime();
    private volatile long sentAt = System.nanoTime();

    /** The last message and why the connection ends with it. */
    private record Farewell(WebSocketMessage<?> last, CloseStatus reason) {}

    LiveSession(WebSocketSession socket, int queue) {
        this.socket = socket;
        this.waiting = new ArrayBlockingQueue<>(queue);
        this.writer = Thread.ofVirtual().name("live-" + socket.getId()).start(this::write);
    }

    String id() {
        return socket.getId();
    }

    List<Message<byte[]>> decode(String text) {
        heardAt = System.nanoTime();
        return decoder.decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    boolean connected() {
        return connected;
    }

    /** Notes that the reader has said CONNECT and whether it promised heartbeats. */
    void connect(boolean heartbeats) {
        connected = true;
        silenceAllowed = !heartbeats;
    }

    Map<String, Topic> subscriptions() {
        return subscriptions;
    }

    /** Puts a message in the queue. Returns false if it is full: the reader is too slow. */
    boolean offer(WebSocketMessage<?> message) {
        return ending.get() || waiting.offer(message);
    }

    /** Tells whether nothing was heard for so long although heartbeats were promised, or CONNECT never came. */
    boolean isSilentFor(long nanos) {
        return !silenceAllowed && System.nanoTime() - heardAt > nanos;
    }

    long nanosSinceSent() {
        return System.nanoTime() - sentAt;
    }

    private void write() {
        try {
            while (!ending.get()) {
                WebSocketMessage<?> message = waiting.take();
                socket.sendMessage(message);
                sentAt = System.nanoTime();
                Farewell said = farewell;
                if (said != null && said.last() == message) {
                    end(said.reason());
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A reader is gone", gone);
            end(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    /** Sends what is queued ahead, then the last message, then ends the connection: the reader is told why first. */
    void say(WebSocketMessage<?> last, CloseStatus reason) {
        farewell = new Farewell(last, reason);
        if (!offer(last)) {
            end(SLOW_READER);
        }
    }

    /** Ends the connection once. Returns whether this call did. Never waits for the reader. */
    boolean end(CloseStatus reason) {
        if (!ending.compareAndSet(false, true)) {
            return false;
        }
        waiting.clear();
        Thread.ofVirtual().start(() -> {
            try {
                socket.close(reason);
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("A reader is gone before it was told why", gone);
            }
            writer.interrupt();
        });
        return true;
    }
}
