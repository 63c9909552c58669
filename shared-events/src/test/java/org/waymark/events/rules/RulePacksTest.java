package org.waymark.events.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.events.Role;
import org.waymark.events.recommendation.TeamPriority;
import org.waymark.events.review.ReviewKind;

class RulePacksTest {

    static final RulePacks PACKS = RulePacks.shipped();

    static final String COMPLETE = """
            id: test
            valid-from: {value: "2020-01-01", source: A}
            kinds: {value: [ATRT], source: B}
            steps: {value: [SCHEDULED], source: C}
            priorities: {value: [HIGH], source: D}
            seats: {value: 5, source: E}
            nominees: {value: 2, source: F}
            seated-nominees: {value: 1, source: G}
            removal-by: {value: 2/3, source: H}
            terms-of-reference-within: {value: P60D, source: I}
            board-acts-within: {value: P6M, source: J}
            endorsement-window: {value: P30D, source: K}
            needs-interest-statements: {value: yes, source: L}
            needs-briefing: {value: no, source: M}
            needs-draft-report: {value: yes, source: N}
            needs-priorities: {value: no, source: O}
            needs-shepherds: {value: yes, source: P}
            deferrals: {value: 1, source: Q}
            may-do:
              agree-scope: {value: [TEAM, LEADERSHIP], source: R}
            """;

    @Nested
    class The_packs_that_come_with_Waymark {

        @Test
        void are_three() {
            assertThat(PACKS.all())
                    .extracting(RulePack::id)
                    .containsExactly("aoc-2009", "bylaws-2016", "organizational");
        }

        @Test
        void know_the_thresholds_of_the_Bylaws() {
            RulePack pack = PACKS.byId("bylaws-2016").orElseThrow();
            assertThat(pack.seats()).isEqualTo(21);
            assertThat(pack.nominees()).isEqualTo(7);
            assertThat(pack.seatedNominees()).isEqualTo(3);
            assertThat(pack.termsOfReferenceWithin()).isEqualTo(Period.ofDays(60));
            assertThat(pack.boardActsWithin()).isEqualTo(Period.ofMonths(6));
            assertThat(pack.steps()).hasSize(16).startsWith("SCHEDULED").endsWith("CLOSED");
        }

        @Test
        void know_the_scale_of_the_CCT_team() {
            assertThat(PACKS.byId("aoc-2009").orElseThrow().priorities()).contains(TeamPriority.PREREQUISITE);
            assertThat(PACKS.byId("bylaws-2016").orElseThrow().priorities()).doesNotContain(TeamPriority.PREREQUISITE);
        }

        @Test
        void give_a_source_for_each_entry_and_verb() {
            assertThat(PACKS.all()).allSatisfy(pack -> {
                assertThat(pack.sources().keySet())
                        .containsAll(pack.mayDo().keySet())
                        .contains("seats", "valid-from");
                assertThat(pack.sources()).hasSize(17 + pack.mayDo().size());
                assertThat(pack.sources().values()).allMatch(source -> source.length() > 8);
                assertThat(pack.mayDo().values()).doesNotContain(Set.of());
            });
        }

        @Test
        void name_no_archivist_who_decides_nothing() {
            assertThat(PACKS.all())
                    .allSatisfy(pack -> assertThat(pack.mayDo().values())
                            .allSatisfy(roles -> assertThat(roles).doesNotContain(Role.ARCHIVIST)));
        }
    }

    @Nested
    class The_pack_for_a_review {

        @Test
        void is_the_latest_that_is_valid_on_its_day() {
            assertThat(forReview(ReviewKind.SSR, "2016-09-30")).isEqualTo("aoc-2009");
            assertThat(forReview(ReviewKind.SSR, "2016-10-01")).isEqualTo("bylaws-2016");
        }

        @Test
        void is_the_earliest_for_its_kind_before_all() {
            assertThat(forReview(ReviewKind.SSR, "2001-01-01")).isEqualTo("aoc-2009");
            assertThat(forReview(ReviewKind.HOLISTIC_PILOT, "2015-01-01")).isEqualTo("bylaws-2016");
        }

        @Test
        void is_there_for_every_kind() {
            for (ReviewKind kind : ReviewKind.values()) {
                assertThat(PACKS.forReview(kind, LocalDate.of(2026, 3, 14)).kinds())
                        .contains(kind);
            }
            assertThat(forReview(ReviewKind.ORGANIZATIONAL, "2026-03-14")).isEqualTo("organizational");
        }

        private static String forReview(ReviewKind kind, String day) {
            return PACKS.forReview(kind, LocalDate.parse(day)).id();
        }
    }

    @Nested
    class A_pack_file {

        @Test
        void is_read_whole() {
            RulePack pack = PackFile.open("test.yml", COMPLETE).pack();
            assertThat(pack)
                    .isEqualTo(new RulePack(
                            "test",
                            LocalDate.of(2020, 1, 1),
                            Set.of(ReviewKind.ATRT),
                            pack.sources(),
                            java.util.Map.of("agree-scope", Set.of(Role.TEAM, Role.LEADERSHIP)),
                            List.of("SCHEDULED"),
                            Set.of(TeamPriority.HIGH),
                            5,
                            2,
                            1,
                            new Share(2, 3),
                            Period.ofDays(60),
                            Period.ofMonths(6),
                            Period.ofDays(30),
                            true,
                            false,
                            true,
                            false,
                            true,
                            1));
            assertThat(pack.clause("seats")).isEqualTo("E");
            assertThat(pack.clause("agree-scope")).isEqualTo("R");
            assertThat(pack.clause("endorse-scope")).isEmpty();
            assertThat(pack.mayDo("endorse-scope")).isEmpty();
        }

        @Test
        void is_refused_with_the_name_of_the_entry() {
            assertBroken("seats: {value: 5, source: E}", "seats: {value: five, source: E}", "'seats'", "five");
            assertBroken("seats: {value: 5, source: E}", "seats: {value: -5, source: E}", "'seats'", "-5");
            assertBroken("seats: {value: 5, source: E}", "", "'seats'", "missing");
            assertBroken("seats: {value: 5, source: E}", "seats: 5", "'seats'", "not a list of names");
            assertBroken("seats: {value: 5, source: E}", "seats: {value: 5}", "'seats'", "a source");
            assertBroken("seats: {value: 5, source: E}", "seats: {value: 5, source: ' '}", "'seats'", "a source");
            assertBroken("[TEAM, LEADERSHIP]", "[TEEM]", "'agree-scope'", "TEEM", "LEADERSHIP");
            assertBroken("[TEAM, LEADERSHIP]", "TEAM", "'agree-scope'", "a list");
            assertBroken("{value: P60D", "{value: 60 days", "'terms-of-reference-within'", "60 days");
            assertBroken("\"2020-01-01\"", "2020", "'valid-from'", "2020");
            assertBroken("{value: 2/3", "{value: 3/2", "'removal-by'", "3/2");
            assertBroken("{value: 2/3", "{value: most", "'removal-by'", "most");
            assertBroken(
                    "needs-briefing: {value: no", "needs-briefing: {value: perhaps", "'needs-briefing'", "yes or no");
            assertBroken("id: test", "id: test\nsaets: {value: 21, source: S}", "'saets'", "no rule asks for it");
            assertBroken("id: test", "id: test\nid: two", "not YAML", "duplicate key");
            assertBroken("id: test", "id: [", "not YAML");
            assertBroken(COMPLETE, "- just a list", "'(all)'");
        }

        private static void assertBroken(String right, String wrong, String... says) {
            assertThat(COMPLETE).contains(right);
            assertThatThrownBy(() -> PackFile.open("test.yml", COMPLETE.replace(right, wrong))
                            .pack())
                    .isInstanceOf(BrokenPack.class)
                    .hasMessageStartingWith("Rule pack test.yml, entry ")
                    .hasMessageContainingAll(says);
        }
    }

    @Nested
    class A_share {
        @Test
        void is_reached_from_its_exact_part_on() {
            Share twoThirds = Share.parse("2/3");
            assertThat(twoThirds.isReachedBy(13, 20)).isFalse();
            assertThat(twoThirds.isReachedBy(14, 21)).isTrue();
            assertThat(twoThirds.isReachedBy(14, 20)).isTrue();
            assertThat(twoThirds).hasToString("2/3");
        }
    }
}
