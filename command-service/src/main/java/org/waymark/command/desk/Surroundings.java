package org.waymark.command.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.command.desk.OtherStreams.RecommendationStanding;
import org.waymark.events.rules.RulePack;
import org.waymark.events.rules.RulePacks;

/** Puts on the desk what a decision needs from outside its stream: the day, the rule pack, what other streams say. */
final class Surroundings {

    private static final ZoneOffset FIRST_ON_EARTH = ZoneOffset.ofHours(14);

    private final Clock clock;
    private final RulePacks packs;
    private final Standings standings;

    Surroundings(Clock clock, RulePacks packs, Standings standings) {
        this.clock = clock;
        this.packs = packs;
        this.standings = standings;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    /**
     * Returns the desk for a command.
     *
     * @param seen the version of the stream the sender decided on, absent if they did not say
     */
    <C extends Command> Desk desk(
            StreamKind<C, ?> kind, String id, C command, Actor actor, @Nullable Long seen, Streams streams) {
        String review = kind.review(id);
        Optional<String> pack = streams.pack("review/" + review);
        LocalDate day = command.on().effectiveOn(today());
        OtherStreams others = new OtherStreams(
                streams.position(),
                pack.isPresent(),
                pack.orElse(""),
                command.looksAtRecommendations() ? recommendations(review, day, streams) : Map.of());
        LocalDate latestToday = LocalDate.now(clock.withZone(FIRST_ON_EARTH));
        RulePack judgedBy = pack.map(this::named).orElseGet(() -> kind.pack(command, day, packs));
        return new Desk(actor, today(), latestToday, judgedBy, others, seen, List.of());
    }

    private RulePack named(String id) {
        return packs.byId(id)
                .orElseThrow(() ->
                        new IllegalStateException("The log names the rule pack %s, which is not here".formatted(id)));
    }

    private Map<String, RecommendationStanding> recommendations(String review, LocalDate day, Streams streams) {
        Map<String, RecommendationStanding> byNumber = new HashMap<>();
        streams.under("recommendation/" + review + "/")
                .forEach((number, facts) -> byNumber.put(number, standings.standing(number, facts, day)));
        return Map.copyOf(byNumber);
    }
}
