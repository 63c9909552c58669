package org.waymark.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.waymark.events.store.ProcessEnd;

/** The live channel on a real server, read by real STOMP clients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveTest {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @Import(LiveConfiguration.class)
    static class Server {
        @Bean
        FakeViews views() {
            return new FakeViews();
        }

        @Bean
        ProcessEnd processEnd() {
            return new ProcessEnd(_ -> {}, Duration.ZERO);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    private final List<LiveClient> clients = new ArrayList<>();
    private ConfigurableApplicationContext context;
    private FakeViews views;
    private int port;

    @BeforeAll
    void start() {
        context = new SpringApplicationBuilder(Server.class)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "waymark.live.queue=8",
                        "waymark.live.send-within=1s",
                        "waymark.live.sessions=60",
                        "waymark.live.subscriptions=3",
                        "spring.config.name=live-test",
                        "spring.main.banner-mode=off")
                .run();
        port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
        views = context.getBean(FakeViews.class);
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @BeforeEach
    void emptyViews() {
        views.startAnew("epoch-1");
    }

    @AfterEach
    void leave() {
        clients.forEach(LiveClient::close);
        clients.clear();
    }

    private LiveClient connect() {
        LiveClient client = LiveClient.connect(port);
        clients.add(client);
        return client;
    }

    @Test
    void a_subscription_is_answered_with_the_state_and_then_with_each_change() {
        views.change("reviews", 3, "ssr2", "{\"stage\":\"SCOPING\"}");
        LiveClient client = connect();
        client.subscribe("/topic/reviews");

        JsonNode snapshot = client.next();
        assertThat(snapshot.path("kind").asText()).isEqualTo("snapshot");
        assertThat(snapshot.path("epoch").asText()).isEqualTo("epoch-1");
        assertThat(snapshot.path("position").asLong()).isEqualTo(3);
        assertThat(snapshot.at("/changes/0/row/stage").asText()).isEqualTo("SCOPING");

        views.change("reviews", 5, "ssr2", "{\"stage\":\"SCOPE_AGREED\"}");
        JsonNode frame = client.next();
        assertThat(frame.path("kind").asText()).isEqualTo("frame");
        assertThat(frame.path("position").asLong()).isEqualTo(5);
        assertThat(frame.path("previous").asLong()).isEqualTo(3);
        assertThat(frame.at("/changes/0/row/stage").asText()).isEqualTo("SCOPE_AGREED");
    }

    @Test
    void a_reader_that_says_too_much_at_once_is_cut_off_and_others_go_on() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            RawWebSocket.open(socket, port);
            RawWebSocket.sendLong(socket, "SUBSCRIBE\nnote:" + "审核".repeat(2_000) + "\n\n\0");
            assertThat(RawWebSocket.readCloseCode(socket.getInputStream())).isEqualTo(1009);
        }
        LiveClient other = connect();
        other.subscribe("/topic/reviews");
        assertThat(other.next().path("kind").asText()).isEqualTo("snapshot");
    }

    @Test
    void a_change_is_told_a_little_later_where_it_could_not_be_told_at_once() {
        LiveClient client = connect();
        client.subscribe("/topic/reviews");
        client.next();
        views.failOnce();
        views.change("reviews", 1, "ssr2", "{\"n\":1}");
        assertThat(client.next().at("/changes/0/row/n").asInt()).isEqualTo(1);
    }

    @Test
    void a_row_that_is_gone_is_said_to_be_gone() {
        LiveClient client = connect();
        client.subscribe("/topic/reviews");
        client.next();
        views.change("reviews", 1, "mistake", "null");
        assertThat(client.next().at("/changes/0/row").isNull()).isTrue();
    }

    @Test
    void a_topic_carries_its_own_review_alone() {
        LiveClient client = connect();
        client.subscribe("/topic/recommendations.ssr2");
        client.next();
        views.change("recommendations", 1, "ssr20/1", "{}");
        views.change("recommendations", 2, "ssr2/1", "{}");
        assertThat(client.next().at("/changes").findValuesAsText("key")).containsExactly("ssr2/1");
    }

    @Test
    void a_reader_that_comes_back_gets_what_it_missed() {
        views.change("trail", 1, "1", "{}");
        views.change("trail", 2, "2", "{}");
        views.change("trail", 3, "3", "{}");
        LiveClient client = connect();
        client.subscribe("/topic/trail", "epoch-1", 1);

        JsonNode missed = client.next();
        assertThat(missed.path("kind").asText()).isEqualTo("missed");
        assertThat(missed.path("previous").asLong()).isEqualTo(1);
        assertThat(missed.path("changes").findValuesAsText("key")).containsExactly("2", "3");
        views.change("trail", 4, "4", "{}");
        assertThat(client.next().path("previous").asLong()).isEqualTo(3);
    }

    @Test
    void a_reader_of_another_log_or_from_the_future_is_told_to_reload() {
        views.change("reviews", 3, "ssr2", "{}");
        LiveClient client = connect();
        client.subscribe("/topic/reviews", "epoch-0", 3);
        assertThat(client.next().path("kind").asText()).isEqualTo("reload");
        LiveClient ahead = connect();
        ahead.subscribe("/topic/reviews", "epoch-1", 99);
        assertThat(ahead.next().path("kind").asText()).isEqualTo("reload");
    }

    @Test
    void every_reader_is_told_to_reload_when_the_log_is_another() {
        views.change("reviews", 3, "ssr2", "{}");
        LiveClient client = connect();
        client.subscribe("/topic/reviews");
        client.next();
        views.startAnew("epoch-2");
        views.change("reviews", 1, "ssr2", "{}");
        JsonNode reload = client.next();
        assertThat(reload.path("kind").asText()).isEqualTo("reload");
        assertThat(reload.path("epoch").asText()).isEqualTo("epoch-2");
    }

    /** Applies frames as a screen does: drops what it has, asks again on a gap; in the end it has every change. */
    @Test
    void nobody_misses_a_change_whenever_they_come_and_however_fast_changes_are() {
        int last = 400;
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int position = 1; position <= last; position++) {
                views.change("trail", position, Integer.toString(position), "{}");
                Thread.onSpinWait();
            }
        });
        List<LiveClient> readers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            LiveClient client = connect();
            client.subscribe("/topic/trail");
            readers.add(client);
        }
        for (LiveClient reader : readers) {
            List<String> seen = new ArrayList<>();
            long own = -1;
            while (own < last) {
                JsonNode message = reader.next();
                long position = message.path("position").asLong();
                if (own >= 0 && position <= own) {
                    continue;
                }
                assertThat(own < 0 || message.path("previous").asLong() <= own)
                        .as("no gap")
                        .isTrue();
                message.path("changes").findValuesAsText("key").stream()
                        .filter(key -> !seen.contains(key))
                        .forEach(seen::add);
                own = position;
            }
            assertThat(seen).hasSize(last);
        }
        assertThat(writer.isAlive()).isFalse();
    }

    @Test
    void a_reader_that_does_not_read_is_cut_off_by_name_and_others_go_on() throws IOException {
        LiveClient good = connect();
        good.subscribe("/topic/trail");
        good.next();
        double before = cutOffs("slow-reader");
        try (Socket stalled = stalledReader()) {
            String large = "\"" + "x".repeat(200_000) + "\"";
            long position = 0;
            while (cutOffs("slow-reader") == before) {
                assertThat(position).as("changes until the reader is cut off").isLessThan(2_000);
                views.change("trail", ++position, "one", large);
                while (good.next().path("position").asLong() < position) {
                    Thread.onSpinWait();
                }
            }
            assertThat(closeReason(stalled.getInputStream())).isIn("slow-reader", "(gone)");
        }
        assertThat(good.isOpen()).isTrue();
    }

    private double cutOffs(String reason) {
        return context.getBean(MeterRegistry.class)
                .counter("waymark.live.cutoffs", "reason", reason)
                .count();
    }

    /** Connects, subscribes to the trail and then reads nothing. */
    private Socket stalledReader() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(30_000);
        socket.connect(new java.net.InetSocketAddress("127.0.0.1", port));
        RawWebSocket.open(socket, port);
        RawWebSocket.send(socket, "CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n\0");
        RawWebSocket.send(socket, "SUBSCRIBE\nid:s\ndestination:/topic/trail\n\n\0");
        await(() -> context.getBean(MeterRegistry.class)
                        .find("waymark.live.sessions")
                        .gauge()
                        .value()
                >= 2);
        return socket;
    }

    private static String closeReason(InputStream in) {
        try {
            return RawWebSocket.readCloseReason(in);
        } catch (IOException gone) {
            return "(gone)";
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 30 s").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void what_is_not_offered_is_refused_with_the_reason() {
        assertThat(refused(client -> client.subscribe("/topic/secrets"))).contains("/topic/secrets");
        assertThat(refused(client -> client.subscribe("/topic/reviews", "epoch-1", "soon")))
                .contains("position");
        assertThat(refused(client -> client.send("SEND\ndestination:/topic/reviews\n\nhello\0")))
                .contains("/commands");
        assertThat(refused(client -> client.send("WHAT\n\n\0"))).contains("not STOMP");
        assertThat(refused(client -> {
                    for (int i = 0; i < 4; i++) {
                        client.subscribe("/topic/recommendations.ssr" + i);
                    }
                }))
                .contains("At most 3");
    }

    private String refused(java.util.function.Consumer<LiveClient> deed) {
        LiveClient client = connect();
        deed.accept(client);
        return client.error();
    }

    @Test
    void nothing_is_told_before_connect() {
        LiveClient client = LiveClient.open(port);
        clients.add(client);
        client.send("SUBSCRIBE\nid:s\ndestination:/topic/reviews\n\n\0");
        assertThat(client.error()).contains("CONNECT comes first");
    }

    @Test
    void a_page_of_another_origin_is_not_let_in() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            String answer = RawWebSocket.handshake(socket, port, "http://elsewhere.example");
            assertThat(answer).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void names_in_any_script_arrive_as_they_are() {
        views.change("reviews", 1, "ssr2", "{\"name\":\"审核\"}");
        LiveClient client = connect();
        client.subscribe("/topic/reviews");
        assertThat(client.next().at("/changes/0/row/name").asText()).isEqualTo("审核");
    }
}
