package org.waymark.query.live;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the live channel.
 *
 * @param origins other origins whose pages may connect; the own one always may
 * @param sessions open at once, at most
 * @param subscriptions of one session, at most
 * @param queue messages that wait for one reader, at most; with more, the reader is cut off as too slow
 * @param frameEvery the least time between two frames on a topic; changes in between are joined
 * @param heartbeat how often each side shows that it is there
 * @param sendWithin how long one message may take to leave for a reader
 */
@ConfigurationProperties("waymark.live")
record LiveSettings(
        @DefaultValue List<String> origins,
        @DefaultValue("2000") int sessions,
        @DefaultValue("20") int subscriptions,
        @DefaultValue("64") int queue,
        @DefaultValue("100ms") Duration frameEvery,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("5s") Duration sendWithin) {}
