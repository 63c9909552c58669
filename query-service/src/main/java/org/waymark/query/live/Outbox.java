package org.waymark.query.live;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompEncoder;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.util.MimeType;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;

/** Writes what is said to readers, in STOMP, and finds those who can't keep up. */
final class Outbox {

    private static final MimeType JSON = new MimeType("application", "json", StandardCharsets.UTF_8);

    private final StompEncoder encoder = new StompEncoder();
    private final LiveViews views;
    private final LiveMetrics metrics;
    private final BiConsumer<LiveSession, CloseStatus> cutOff;
    private long messages;

    Outbox(LiveViews views, LiveMetrics metrics, BiConsumer<LiveSession, CloseStatus> cutOff) {
        this.views = views;
        this.metrics = metrics;
        this.cutOff = cutOff;
    }

    /** Answers one reader's subscription. */
    void send(Channel.Reader reader, Topic topic, String kind, LiveViews.State state) {
        metrics.answered(kind);
        send(List.of(reader), topic, kind, state);
    }

    /** Sends the same to many readers; one whose queue is full is cut off and may resume. */
    void send(Collection<Channel.Reader> readers, Topic topic, String kind, LiveViews.State state) {
        byte[] body = body(topic, kind, state).getBytes(StandardCharsets.UTF_8);
        List<Channel.Reader> slow = new ArrayList<>();
        Map<String, TextMessage> bySubscription = new HashMap<>();
        for (Channel.Reader reader : readers) {
            TextMessage message = bySubscription.computeIfAbsent(
                    reader.subscription(), subscription -> message(subscription, topic, body));
            if (reader.session().offer(message)) {
                metrics.frame();
            } else {
                slow.add(reader);
            }
        }
        slow.forEach(reader -> cutOff.accept(reader.session(), LiveSession.SLOW_READER));
    }

    private String body(Topic topic, String kind, LiveViews.State state) {
        return "{\"kind\":\"%s\",\"epoch\":\"%s\",\"position\":%d,\"previous\":%d,\"view\":\"%s\",\"changes\":[%s]}"
                .formatted(
                        kind,
                        quoted(views.epoch()),
                        state.position(),
                        state.previous(),
                        topic.view(),
                        String.join(",", state.entries()));
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    /** Returns a message for all readers that call their subscription so, as most do. */
    private TextMessage message(String subscription, Topic topic, byte[] body) {
        StompHeaderAccessor headers = StompHeaderAccessor.create(StompCommand.MESSAGE);
        headers.setSubscriptionId(subscription);
        headers.setMessageId(Long.toString(++messages));
        headers.setDestination(topic.destination());
        headers.setContentType(JSON);
        return encoded(headers, body);
    }

    TextMessage encoded(StompHeaderAccessor headers, byte[] body) {
        return new TextMessage(encoder.encode(MessageBuilder.createMessage(body, headers.getMessageHeaders())));
    }
}
