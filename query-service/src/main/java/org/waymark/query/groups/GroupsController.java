package org.waymark.query.groups;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.events.Group;
import org.waymark.query.answer.Absent;
import org.waymark.query.answer.Answer;
import org.waymark.query.answer.Page;
import org.waymark.query.answer.Reads;
import org.waymark.query.image.Entry;
import org.waymark.query.image.Known;
import org.waymark.query.image.Moment;
import org.waymark.query.trail.Trail;
import org.waymark.query.trail.TrailRow;

/** Answers what concerns each SO/AC. */
@RestController
class GroupsController {

    private final Groups groups;
    private final Trail trail;

    GroupsController(Groups groups, Trail trail) {
        this.groups = groups;
        this.trail = trail;
    }

    /** On which axis something is later than a day. */
    enum Axis {
        /** It was recorded after the day. */
        RECORDED,
        /** It counts from a later day. */
        EFFECTIVE
    }

    @GetMapping("/api/groups")
    @Reads(row = GroupsRow.class)
    Answer all(Moment moment, Page page) {
        return Answer.list(moment, page, groups.all(moment), entry -> groups.sent(entry, moment));
    }

    @GetMapping("/api/groups/{code}")
    @Reads(row = GroupsRow.class)
    Answer one(Moment moment, @PathVariable String code) {
        Entry<GroupsRow> entry = groups.one(moment, group(code));
        return Answer.one(moment, entry, found -> groups.sent(found, moment));
    }

    /**
     * What changed for a body since a day (that day's end, UTC), the newest first: events of reviews it takes part in, and
     * of recommendations addressed or passed to it. All events concern the Board and ICANN org.
     */
    @GetMapping("/api/groups/{code}/changes")
    @Reads(row = TrailRow.class)
    Answer changes(
            Moment moment,
            Page page,
            @PathVariable String code,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
            @RequestParam(defaultValue = "RECORDED") String axis) {
        GroupsRow row = groups.one(moment, group(code)).row();
        Predicate<Known> concerns =
                fact -> row.group() == Group.BOARD || row.group() == Group.ORG || concerns(row, fact.streamName());
        return switch (axis(axis)) {
            case RECORDED -> {
                Instant end = since.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
                yield trail.newest(moment, page, event -> !event.recordedAt().isBefore(end), concerns, _ -> true);
            }
            case EFFECTIVE ->
                trail.newest(moment, page, _ -> true, concerns.and(fact -> fact.happenedSince(since)), _ -> true);
        };
    }

    private static boolean concerns(GroupsRow row, String stream) {
        String recommendation = "recommendation/";
        return stream.startsWith(recommendation)
                ? row.recommendations().containsKey(stream.substring(recommendation.length()))
                : row.reviews().containsKey(stream.substring(stream.indexOf('/') + 1));
    }

    private static Axis axis(String asked) {
        return Arrays.stream(Axis.values())
                .filter(axis -> axis.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElseThrow(() -> org.waymark.events.Malformed.because("axis", asked, "recorded or effective"));
    }

    private static Group group(String code) {
        return Arrays.stream(Group.values())
                .filter(group -> group.name().equals(code.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Absent("body " + code, Optional.empty()));
    }
}
