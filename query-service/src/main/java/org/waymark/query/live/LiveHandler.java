package org.waymark.query.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompConversionException;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.waymark.events.store.ProcessEnd;

/**
 * Speaks STOMP with the readers. Spring's own broker can't answer a SUBSCRIBE with state, and a live page needs just that.
 *
 * <p>Everything but decoding and sending happens on one thread, the live thread; what it shares needs no locks.
 */
final class LiveHandler extends TextWebSocketHandler implements SubProtocolCapable, AutoCloseable {

    private static final List<String> VERSIONS = List.of("v12.stomp", "v11.stomp");
    private static final long SILENT_AFTER_HEARTBEATS = 3;

    private final LiveViews views;
    private final LiveSettings settings;
    private final LiveMetrics metrics;
    private final Outbox outbox;
    private final Map<String, LiveSession> sessions = new ConcurrentHashMap<>();
    private final Map<Topic, Channel> channels = new HashMap<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private final LiveThread live;

    LiveHandler(LiveViews views, LiveSettings settings, LiveMetrics metrics, ProcessEnd end) {
        this.live = new LiveThread(end);
        this.views = views;
        this.settings = settings;
        this.metrics = metrics;
        this.outbox = new Outbox(views, metrics, this::cutOff);
        metrics.sessions(sessions.keySet());
        views.whenMoved(_ -> {
            if (!told.getAndSet(true)) {
                live.run(() -> {
                    told.set(false);
                    channels.values().forEach(Channel::moved);
                });
            }
        });
        live.every(settings.heartbeat(), settings.heartbeat().dividedBy(2), this::beat);
    }

    @Override
    public List<String> getSubProtocols() {
        return VERSIONS;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) throws Exception {
        if (!views.isReady()) {
            socket.close(CloseStatus.SERVICE_RESTARTED.withReason("not-ready"));
            return;
        }
        if (sessions.size() >= settings.sessions()) {
            metrics.cutOff("too-many-sessions");
            socket.close(CloseStatus.SERVICE_OVERLOAD.withReason("too-many-sessions"));
            return;
        }
        if (socket instanceof StandardWebSocketSession standard) {
            // Tomcat's own limit on one blocking send; without it a reader that stopped reading holds its thread
            standard.getNativeSession()
                    .getUserProperties()
                    .put(
                            "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT",
                            settings.sendWithin().toMillis());
        }
        sessions.put(socket.getId(), new LiveSession(socket, settings.queue()));
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage text) {
        LiveSession session = sessions.get(socket.getId());
        if (session == null) {
            return;
        }
        try {
            for (Message<byte[]> message : session.decode(text.getPayload())) {
                live.run(() -> heard(session, StompHeaderAccessor.wrap(message)));
            }
        } catch (StompConversionException | IllegalArgumentException unreadable) { // the latter for an unknown command
            live.run(() -> refuse(session, "That is not STOMP: " + unreadable.getMessage(), null));
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        LiveSession session = sessions.remove(socket.getId());
        if (session != null) {
            session.end(status);
            live.run(() -> leave(session, null));
        }
    }

    private void heard(LiveSession session, StompHeaderAccessor headers) {
        StompCommand command = headers.getCommand();
        if (command == null) { // a heartbeat
            return;
        }
        if (!session.connected() && command != StompCommand.CONNECT && command != StompCommand.STOMP) {
            refuse(session, "CONNECT comes first", headers);
            return;
        }
        switch (command) {
            case CONNECT, STOMP -> connect(session, headers.getHeartbeat());
            case SUBSCRIBE -> subscribe(session, headers);
            case UNSUBSCRIBE -> leave(session, headers.getSubscriptionId());
            case DISCONNECT -> session.end(CloseStatus.NORMAL);
            default ->
                refuse(
                        session,
                        command + " is not taken here: decisions are recorded by POST under /commands",
                        headers);
        }
        if (headers.getReceipt() != null && command != StompCommand.DISCONNECT) {
            StompHeaderAccessor receipt = StompHeaderAccessor.create(StompCommand.RECEIPT);
            receipt.setReceiptId(headers.getReceipt());
            offer(session, receipt);
        }
    }

    private void connect(LiveSession session, long[] heartbeat) {
        session.connect(heartbeat[0] > 0);
        StompHeaderAccessor connected = StompHeaderAccessor.create(StompCommand.CONNECTED);
        connected.setVersion("1.2");
        connected.setHeartbeat(
                settings.heartbeat().toMillis(), settings.heartbeat().toMillis());
        offer(session, connected);
    }

    private void subscribe(LiveSession session, StompHeaderAccessor headers) {
        String id = headers.getSubscriptionId();
        String destination = headers.getDestination();
        if (id == null || destination == null) {
            refuse(session, "SUBSCRIBE needs the headers id and destination", headers);
            return;
        }
        Optional<Topic> topic = Topic.at(destination);
        long seen = position(headers);
        if (topic.isEmpty()) {
            refuse(
                    session,
                    "There is no topic " + destination
                            + "; there are /topic/reviews, /topic/recommendations.{review}, /topic/groups and /topic/trail",
                    headers);
        } else if (seen == Long.MIN_VALUE) {
            refuse(session, "The header position takes the last position seen, a number", headers);
        } else if (session.subscriptions().size() >= settings.subscriptions()) {
            refuse(session, "At most %d subscriptions a session".formatted(settings.subscriptions()), headers);
        } else {
            leave(session, id);
            session.subscriptions().put(id, topic.get());
            channels.computeIfAbsent(
                            topic.get(), wanted -> new Channel(wanted, views, outbox, live, settings.frameEvery()))
                    .add(new Channel.Reader(session, id), headers.getFirstNativeHeader("epoch"), seen);
        }
    }

    /** Returns the position a reader saw last, -1 if it names none, {@code Long.MIN_VALUE} if it is not a position. */
    private static long position(StompHeaderAccessor headers) {
        String position = headers.getFirstNativeHeader("position");
        if (position == null) {
            return -1;
        }
        return position.matches("\\d{1,18}") ? Long.parseLong(position) : Long.MIN_VALUE;
    }

    /** Ends one subscription of a session, or all. */
    private void leave(LiveSession session, @Nullable String subscription) {
        if (subscription == null) {
            session.subscriptions().clear();
        } else {
            session.subscriptions().remove(subscription);
        }
        channels.values().forEach(channel -> channel.remove(session, subscription));
        channels.values().removeIf(Channel::isEmpty);
    }

    /** Tells a reader what was wrong and ends the session, as STOMP asks for. */
    private void refuse(LiveSession session, String why, @Nullable StompHeaderAccessor asked) {
        StompHeaderAccessor error = StompHeaderAccessor.create(StompCommand.ERROR);
        error.setMessage(why);
        if (asked != null && asked.getReceipt() != null) {
            error.setReceiptId(asked.getReceipt());
        }
        session.say(outbox.encoded(error, why.getBytes(StandardCharsets.UTF_8)), CloseStatus.POLICY_VIOLATION);
    }

    private void offer(LiveSession session, StompHeaderAccessor headers) {
        if (!session.offer(outbox.encoded(headers, new byte[0]))) {
            cutOff(session, LiveSession.SLOW_READER);
        }
    }

    private void cutOff(LiveSession session, CloseStatus reason) {
        if (session.end(reason)) {
            metrics.cutOff(String.valueOf(reason.getReason()));
            sessions.remove(session.id());
            live.run(() -> leave(session, null));
        }
    }

    private void beat() {
        long beat = settings.heartbeat().toNanos();
        for (LiveSession session : new ArrayList<>(sessions.values())) {
            if (session.isSilentFor(SILENT_AFTER_HEARTBEATS * beat)) {
                cutOff(session, LiveSession.SILENT);
            } else if (session.nanosSinceSent() > beat / 2 && !session.offer(LiveSession.HEARTBEAT)) {
                cutOff(session, LiveSession.SLOW_READER);
            }
        }
    }

    @Override
    public void close() {
        sessions.values().forEach(session -> session.end(CloseStatus.GOING_AWAY));
        live.close();
    }
}
