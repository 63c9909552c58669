package org.waymark.query.live;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.waymark.events.store.ProcessEnd;

/** Opens the live channel at {@code /live} for pages of the same origin, and of those that the settings name. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@EnableConfigurationProperties(LiveSettings.class)
public class LiveConfiguration {

    private static final int LONGEST_COMMAND = 2_048;
    private static final int LONGEST_BINARY = 64;

    @Bean(destroyMethod = "close")
    LiveHandler liveHandler(LiveViews views, LiveSettings settings, MeterRegistry meters, ProcessEnd end) {
        return new LiveHandler(views, settings, new LiveMetrics(meters), end);
    }

    /** What readers say is short, and whoever says more is cut off. Each reader has these buffers for as long as it stays. */
    @Bean
    ServletServerContainerFactoryBean liveBuffers() {
        ServletServerContainerFactoryBean buffers = new ServletServerContainerFactoryBean();
        buffers.setMaxTextMessageBufferSize(LONGEST_COMMAND);
        buffers.setMaxBinaryMessageBufferSize(LONGEST_BINARY);
        return buffers;
    }

    @Bean
    WebSocketConfigurer liveChannel(LiveHandler handler, LiveSettings settings) {
        return registry -> registry.addHandler(handler, "/live")
                .setAllowedOrigins(settings.origins().toArray(String[]::new));
    }
}
