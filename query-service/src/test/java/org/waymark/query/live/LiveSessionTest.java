package org.waymark.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

class LiveSessionTest {

    private record Sent(Object message, Thread by) {}

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final CompletableFuture<CloseStatus> closed = new CompletableFuture<>();

    private final WebSocketSession socket = (WebSocketSession) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {WebSocketSession.class}, (_, method, arguments) -> {
                switch (method.getName()) {
                    case "sendMessage" -> sent.add(new Sent(arguments[0], Thread.currentThread()));
                    case "close" -> closed.complete((CloseStatus) arguments[0]);
                    case "getId" -> {
                        return "session-1";
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                }
                return null;
            });

    /** A socket takes one message at a time, and refuses a second thread that sends meanwhile. */
    @Test
    void tells_why_it_ends_after_what_is_queued_and_by_the_same_thread() throws Exception {
        LiveSession session = new LiveSession(socket, 4);
        WebSocketMessage<?> frame = new TextMessage("frame");
        WebSocketMessage<?> why = new TextMessage("why");
        session.offer(frame);
        session.say(why, CloseStatus.POLICY_VIOLATION);
        assertThat(closed.get(30, TimeUnit.SECONDS)).isEqualTo(CloseStatus.POLICY_VIOLATION);
        assertThat(sent).extracting(Sent::message).isEqualTo(List.of(frame, why));
        assertThat(sent).extracting(Sent::by).containsOnly(sent.getFirst().by());
    }
}
