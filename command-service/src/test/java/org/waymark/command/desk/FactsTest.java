package org.waymark.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.command.desk.DeskRule.AN_ARCHIVIST_GRADES_THE_SOURCE;
import static org.waymark.command.desk.DeskRule.A_CORRECTION_NAMES_A_STANDING_FACT;
import static org.waymark.command.desk.DeskRule.A_CORRECTION_SAYS_WHY;
import static org.waymark.command.desk.DeskRule.A_RETRACTION_TAKES_ALONG_WHAT_STANDS;
import static org.waymark.command.desk.DeskRule.EVERYBODY_RECORDS_IN_THEIR_OWN_NAME;
import static org.waymark.command.desk.DeskRule.ONLY_AN_ARCHIVIST_ATTESTS;
import static org.waymark.command.desk.DeskRule.THE_DAY_HAS_BEGUN;
import static org.waymark.command.desk.DeskRule.WHAT_CAME_BEFORE_CAN_HAVE;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.waymark.events.Attested;
import org.waymark.events.By;
import org.waymark.events.Fact;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PersonId;
import org.waymark.events.Precision;
import org.waymark.events.Retraction;
import org.waymark.events.Role;
import org.waymark.events.review.CourseEvent;
import org.waymark.events.review.CourseEvent.OccurrenceNoted;
import org.waymark.events.review.CourseEvent.ReviewFactRetracted;
import org.waymark.events.review.CourseEvent.ReviewPaused;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.ReviewId;

class FactsTest {

    private static final ReviewId SSR2 = new ReviewId("ssr2");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 14);
    private static final Attested PRIMARY = new Attested(Attested.Grade.PRIMARY, List.of());

    private Facts<ReviewEvent> facts = Facts.none();

    private record Ask(Occurrence on) implements Command {
        @Override
        public String stream() {
            return "review/ssr2";
        }
    }

    private record TakeBack(Occurrence on, List<String> also) implements Command, Retraction {
        @Override
        public String stream() {
            return "review/ssr2";
        }

        @Override
        public @Nullable Means means() {
            return null;
        }
    }

    @Nested
    class The_state_of_a_day {

        @Test
        void holds_what_counts_on_that_day_and_nothing_later() {
            record("1", note("early", on(2026, 1, 1, null)));
            record("2", note("late", on(2026, 3, 1, null)));
            record("3", note("entered last, happened between", on(2026, 2, 1, null)));
            assertThat(wordsOn(2026, 2, 1)).isEqualTo("early, entered last, happened between");
            assertThat(wordsOn(2026, 3, 1)).isEqualTo("early, entered last, happened between, late");
        }

        @Test
        void leaves_out_what_is_being_corrected_and_does_not_bring_back_what_that_corrected() {
            record("1", note("wrong", on(2026, 1, 1, null)));
            record("2", note("less wrong", on(2026, 1, 1, "1")));
            assertThat(wordsOn(2026, 2, 1)).isEqualTo("less wrong");
            assertThat(seenBy(on(2026, 2, 1, "2"))).isEmpty();
        }

        @Test
        void ends_where_a_correction_would_stand_which_is_where_its_first_fact_did() {
            record("1", note("first", on(2026, 1, 1, null)));
            record("2", note("of the same day", on(2026, 1, 1, null)));
            assertThat(seenBy(on(2026, 1, 1, null))).isEqualTo("first, of the same day");
            assertThat(seenBy(on(2026, 1, 1, "1"))).isEmpty();
        }
    }

    @Nested
    class What_came_before {

        private final Occurrence restart = on(2026, 1, 20, null);

        What_came_before() {
            record("1", new ReviewPaused(SSR2, inJanuary()));
            record("2", note("much later", on(2026, 3, 1, null)));
        }

        /** Decides on nothing but whether a pause came before, by a rule of a kind. */
        private ReviewEvent restarted(Occurrence on, Rule.Kind kind, int allowed) {
            Desk desk = new Desk(
                    actor(on.attested() == null ? ORG : By.of(Role.ARCHIVIST)),
                    TODAY,
                    TODAY,
                    TestPacks.ANY,
                    OtherStreams.NONE);
            return facts.decide(new Ask(on), desk, 0, (paused, _) -> paused + 1, (paused, at) -> {
                Judgement judgement = new Judgement(at.on(new Ask(on)));
                judgement.require(new TestRule(kind), paused == allowed);
                return note("restarted", judgement.on());
            });
        }

        @Test
        void is_said_by_the_event_where_the_day_leaves_it_open_and_a_rule_of_order_needs_it() {
            assertThat(restarted(restart, Rule.Kind.ORDER, 1).on().after()).containsExactly("1");
            assertThat(restarted(restart, Rule.Kind.COMPLETENESS, 1).on().after())
                    .containsExactly("1");
        }

        @Test
        void is_not_said_where_no_rule_needs_it() {
            assertThat(restarted(restart, Rule.Kind.ORDER, 0).on().after()).isEmpty();
        }

        @Test
        void does_not_help_where_the_rule_is_not_kept_either_way_or_is_of_another_kind() {
            assertThatThrownBy(() -> restarted(restart, Rule.Kind.ORDER, 2)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> restarted(restart, Rule.Kind.AUTHORITY, 1)).isInstanceOf(Refusal.class);
        }

        @Test
        void is_said_of_an_attested_fact_instead_of_waiving_a_rule() {
            Occurrence on =
                    new Occurrence(LocalDate.of(2026, 1, 20), Precision.DAY, List.of(), null, ORG, null, PRIMARY);
            Occurrence recorded = restarted(on, Rule.Kind.ORDER, 1).on();
            assertThat(recorded.after()).containsExactly("1");
            assertThat(recorded.attested().waived()).isEmpty();
        }

        @Test
        void can_be_said_by_the_sender_of_facts_that_can_have_come_before() {
            assertThat(restarted(restart.after(List.of("1")), Rule.Kind.ORDER, 1)
                            .on()
                            .after())
                    .containsExactly("1");
            assertRefused(restart.after(List.of("2")), ORG, WHAT_CAME_BEFORE_CAN_HAVE);
            assertRefused(restart.after(List.of("nothing")), ORG, WHAT_CAME_BEFORE_CAN_HAVE);
        }

        @Test
        void can_not_be_said_in_a_circle() {
            record("3", note("after the pause", on(2026, 1, 20, null).after(List.of("1"))));
            Occurrence circle = new Occurrence(
                    LocalDate.of(2026, 1, 1), Precision.MONTH, List.of(), "why", ORG, "1", null, List.of("3"));
            assertRefused(circle, ORG, WHAT_CAME_BEFORE_CAN_HAVE);
        }

        private record TestRule(Rule.Kind kind) implements Rule {
            @Override
            public String name() {
                return "A_TEST_RULE";
            }

            @Override
            public String because() {
                return "It is a test.";
            }
        }
    }

    @Nested
    class A_command {

        @Test
        void is_refused_for_a_day_that_has_begun_nowhere() {
            assertRefused(on(2026, 3, 16, null), ORG, THE_DAY_HAS_BEGUN);
            assertThat(decided(on(2026, 3, 15, null), ORG)).isNotNull();
        }

        @Test
        void is_refused_in_the_name_of_another() {
            assertRefused(on(2026, 3, 1, null), By.soAc(Group.GNSO), EVERYBODY_RECORDS_IN_THEIR_OWN_NAME);
        }

        @Test
        void attests_only_when_an_archivist_records_it() {
            assertRefused(attested(PRIMARY), ORG, ONLY_AN_ARCHIVIST_ATTESTS);
            assertRefused(attested(null), By.of(Role.ARCHIVIST), AN_ARCHIVIST_GRADES_THE_SOURCE);
            assertThat(decided(attested(PRIMARY), By.of(Role.ARCHIVIST))).isNotNull();
        }

        @Test
        void is_stale_when_its_sender_saw_another_version() {
            record("1", note("first", on(2026, 1, 1, null)));
            Desk desk = new Desk(actor(ORG), TODAY, TODAY.plusDays(1), TestPacks.ANY, OtherStreams.NONE, 7L, List.of());
            assertThatThrownBy(() ->
                            facts.decide(new Ask(on(2026, 3, 1, null)), desk, "", FactsTest::join, (_, _) -> null))
                    .isInstanceOf(Stale.class)
                    .hasMessage("The stream is at version 0, no longer at 7");
        }
    }

    @Nested
    class A_correction {

        @Test
        void takes_the_place_of_a_standing_fact_of_its_type() {
            record("1", note("wrong", on(2026, 1, 1, null)));
            assertThat(decided(on(2026, 1, 2, "1"), ORG)).isNotNull();
            assertRefused(on(2026, 1, 2, "2"), ORG, A_CORRECTION_NAMES_A_STANDING_FACT);
            record("2", note("right", on(2026, 1, 2, "1")));
            assertRefused(on(2026, 1, 2, "1"), ORG, A_CORRECTION_NAMES_A_STANDING_FACT);
        }

        @Test
        void does_not_take_the_place_of_another_type() {
            record("1", new ReviewPaused(SSR2, on(2026, 1, 1, null)));
            assertRefused(on(2026, 1, 2, "1"), ORG, A_CORRECTION_NAMES_A_STANDING_FACT);
        }

        @Test
        void says_why() {
            record("1", note("wrong", on(2026, 1, 1, null)));
            Occurrence silent = new Occurrence(TODAY, Precision.DAY, List.of(), null, ORG, "1", null);
            assertRefused(silent, ORG, A_CORRECTION_SAYS_WHY);
        }
    }

    @Nested
    class A_retraction {

        @Test
        void takes_out_a_standing_fact_of_any_type() {
            record("1", note("never happened", on(2026, 1, 1, null)));
            ReviewEvent retraction = new ReviewFactRetracted(SSR2, on(2026, 1, 2, "1"));
            DeskRule.judgeReplacement(retraction, facts);
            record("2", retraction);
            assertThat(wordsOn(2026, 2, 1)).isEmpty();
        }

        @Test
        void takes_out_a_first_fact_that_was_corrected_and_a_retraction_that_stands() {
            record("1", note("wrong", on(2026, 1, 1, null)));
            record("2", note("right", on(2026, 1, 1, "1")));
            record("3", new ReviewFactRetracted(SSR2, on(2026, 1, 2, "1")));
            assertThat(wordsOn(2026, 2, 1)).isEqualTo("wrong");
            DeskRule.judgeReplacement(new ReviewFactRetracted(SSR2, on(2026, 1, 2, "3")), facts);
            record("4", new ReviewFactRetracted(SSR2, on(2026, 1, 2, "3")));
            assertThat(wordsOn(2026, 2, 1)).isEqualTo("right");
            assertThat(facts.canBeTakenBack("3")).isFalse();
        }

        @Test
        void takes_out_any_correction_of_a_chain_once() {
            record("1", note("first", on(2026, 1, 1, null)));
            record("2", note("second", on(2026, 1, 1, "1")));
            record("3", note("third", on(2026, 1, 1, "2")));
            ReviewEvent middle =
                    new ReviewFactRetracted(SSR2, on(2026, 1, 2, "2"), Retraction.Means.EARLIER_WAS_RIGHT, List.of());
            DeskRule.judgeReplacement(middle, facts);
            record("4", middle);
            assertThat(wordsOn(2026, 2, 1)).isEqualTo("third");
            assertThat(facts.canBeTakenBack("2")).isFalse();
            record(
                    "5",
                    new ReviewFactRetracted(SSR2, on(2026, 1, 2, "3"), Retraction.Means.EARLIER_WAS_RIGHT, List.of()));
            assertThat(wordsOn(2026, 2, 1)).isEqualTo("first");
        }

        @Test
        void takes_along_only_what_stands() {
            record("1", note("one", on(2026, 1, 1, null)));
            record("2", note("two", on(2026, 1, 1, null)));
            DeskRule.judgeCorrection(new TakeBack(on(2026, 1, 2, "1"), List.of("2")), facts);
            assertRefused(
                    new TakeBack(on(2026, 1, 2, "1"), List.of("elsewhere")), A_RETRACTION_TAKES_ALONG_WHAT_STANDS);
        }

        @Test
        void names_what_it_takes_out() {
            assertThatThrownBy(
                            () -> DeskRule.judgeReplacement(new ReviewFactRetracted(SSR2, on(2026, 1, 2, null)), facts))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.rule()).isEqualTo(A_CORRECTION_NAMES_A_STANDING_FACT));
        }
    }

    private static final By ORG = By.of(Role.ORG);

    private void record(String eventId, ReviewEvent event) {
        facts = facts.with(new Fact<>(eventId, facts.version() + 1, event.on().effectiveOn(TODAY), event));
    }

    private String wordsOn(int year, int month, int day) {
        return facts.stateOn(LocalDate.of(year, month, day), "", FactsTest::join);
    }

    /** Returns the words before the place where a note would stand. */
    private String seenBy(Occurrence on) {
        Desk desk = new Desk(actor(ORG), TODAY, TODAY.plusDays(1), TestPacks.ANY, OtherStreams.NONE);
        String[] seen = {""};
        facts.decide(new Ask(on), desk, "", FactsTest::join, (before, at) -> {
            seen[0] = before;
            return note("decided", at.on(new Ask(on)));
        });
        return seen[0];
    }

    private static Occurrence inJanuary() {
        return new Occurrence(LocalDate.of(2026, 1, 1), Precision.MONTH, List.of(), null, ORG, null, null);
    }

    private static String join(String before, ReviewEvent event) {
        if (!(event instanceof OccurrenceNoted noted)) {
            return before;
        }
        return before.isEmpty() ? noted.words() : before + ", " + noted.words();
    }

    private ReviewEvent decided(Occurrence on, By actingFor) {
        Desk desk = new Desk(actor(actingFor), TODAY, TODAY.plusDays(1), TestPacks.ANY, OtherStreams.NONE);
        return facts.decide(new Ask(on), desk, "", (before, _) -> before, (_, _) -> note("decided", on));
    }

    private void assertRefused(Occurrence on, By actingFor, DeskRule rule) {
        assertThatThrownBy(() -> decided(on, actingFor))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private void assertRefused(TakeBack command, DeskRule rule) {
        assertThatThrownBy(() -> DeskRule.judgeCorrection(command, facts))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private static Actor actor(By actingFor) {
        return new Actor(new PersonId("p1"), actingFor, false);
    }

    private static CourseEvent note(String words, Occurrence on) {
        return new OccurrenceNoted(SSR2, on, "meeting", words);
    }

    private static Occurrence on(int year, int month, int day, @Nullable String corrects) {
        return new Occurrence(
                LocalDate.of(year, month, day), Precision.DAY, List.of(), "the minutes say so", ORG, corrects, null);
    }

    private static Occurrence attested(@Nullable Attested attested) {
        return new Occurrence(LocalDate.of(2026, 1, 1), Precision.DAY, List.of(), null, ORG, null, attested);
    }
}
