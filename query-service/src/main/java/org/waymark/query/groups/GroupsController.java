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
import org.waymark.query.ledger.Entry;
import org.waymark.query.ledger.Moment;
import org.waymark.query.trail.TrailPages;
import org.waymark.query.trail.TrailRow;

/** Answers what concerns each SO/AC. */
@RestController
class GroupsController {

    private final Groups groups;
    private final TrailPages trail;

    GroupsController(Groups groups, TrailPages trail) {
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
    @Reads(
            value = {"reviews", "recommendations"},
            row = GroupsRow.class)
    Answer all(Moment moment, Page page) {
        return Answer.list(moment, page, groups.all(moment), entry -> groups.standing(entry, moment));
    }

    @GetMapping("/api/groups/{code}")
    @Reads(
            value = {"reviews", "recommendations"},
            row = GroupsRow.class)
    Answer one(Moment moment, @PathVariable String code) {
        String wanted = group(code).name();
        Entry<GroupsRow> entry = groups.all(moment).stream()
                .filter(found -> found.key().equals(wanted))
                .findFirst()
                .orElseThrow();
        return Answer.one(moment, entry, found -> groups.standing(found, moment));
    }

    /**
     * What changed for a body since a day (that day's end, UTC), the newest first: events of reviews it takes part in, and
     * of recommendations addressed or passed to it. All events concern the Board and ICANN org.
     */
    @GetMapping("/api/groups/{code}/changes")
    @Reads(
            value = {"reviews", "recommendations", "trail"},
            row = TrailRow.class)
    Answer changes(
            Moment moment,
            Page page,
            @PathVariable String code,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
            @RequestParam(defaultValue = "RECORDED") String axis) {
        GroupsRow row = groups.rows(moment).get(group(code));
        Predicate<Entry<TrailRow>> concerns =
                entry -> row.group() == Group.BOARD || row.group() == Group.ORG || concerns(row, entry.row());
        return switch (axis(axis)) {
            case RECORDED -> {
                Instant end = since.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
                yield trail.newest(
                        moment, page, entry -> !entry.row().recordedAt().isBefore(end), concerns);
            }
            case EFFECTIVE ->
                trail.newest(
                        moment,
                        page,
                        _ -> true,
                        concerns.and(entry -> entry.validFrom().isAfter(since)));
        };
    }

    private static boolean concerns(GroupsRow row, TrailRow event) {
        String recommendation = "recommendation/";
        return event.stream().startsWith(recommendation)
                ? row.recommendations().containsKey(event.stream().substring(recommendation.length()))
                : row.reviews().containsKey(event.review());
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
