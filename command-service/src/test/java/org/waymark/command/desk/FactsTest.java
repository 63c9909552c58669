package org.waymark.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.command.desk.DeskRule.AN_ARCHIVIST_GRADES_THE_SOURCE;
import static org.waymark.command.desk.DeskRule.A_CORRECTION_NAMES_A_STANDING_FACT;
import static org.waymark.command.desk.DeskRule.A_CORRECTION_SAYS_WHY;
import static org.waymark.command.desk.DeskRule.EVERYBODY_RECORDS_IN_THEIR_OWN_NAME;
import static org.waymark.command.desk.DeskRule.ONLY_AN_ARCHIVIST_ATTESTS;
import static org.waymark.command.desk.DeskRule.THE_DAY_HAS_BEGUN;

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

    @Nested
    class The_state_of_a_day {

        @Test
        void holds_what_counts_on_that_day_and_nothing_later() {
            record("1", note("early", on(2026, 1, 1, null)));
            record("2", note("late", on(2026, 3, 1, null)));
            record("3", note("entered last, happened between", on(2026, 2, 1, null)));
            assertThat(wordsOn(2026, 2, 1, null)).isEqualTo("early, entered last, happened between");
            assertThat(wordsOn(2026, 3, 1, null)).isEqualTo("early, entered last, happened between, late");
        }

        @Test
        void leaves_out_what_is_being_corrected_and_does_not_bring_back_what_that_corrected() {
            record("1", note("wrong", on(2026, 1, 1, null)));
            record("2", note("less wrong", on(2026, 1, 1, "1")));
            assertThat(wordsOn(2026, 2, 1, null)).isEqualTo("less wrong");
            assertThat(wordsOn(2026, 2, 1, "2")).isEmpty();
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
            Desk desk = new Desk(actor(ORG), TODAY, TODAY.plusDays(1), TestPacks.ANY, OtherStreams.NONE, 7L);
            assertThatThrownBy(() -> facts.decide(new Ask(on(2026, 3, 1, null)), desk, "", FactsTest::join, _ -> null))
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
            assertThat(wordsOn(2026, 2, 1, null)).isEmpty();
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

    private String wordsOn(int year, int month, int day, @Nullable String corrects) {
        return facts.stateOn(LocalDate.of(year, month, day), corrects, "", FactsTest::join);
    }

    private static String join(String before, ReviewEvent event) {
        if (!(event instanceof OccurrenceNoted noted)) {
            return before;
        }
        return before.isEmpty() ? noted.words() : before + ", " + noted.words();
    }

    private ReviewEvent decided(Occurrence on, By actingFor) {
        Desk desk = new Desk(actor(actingFor), TODAY, TODAY.plusDays(1), TestPacks.ANY, OtherStreams.NONE);
        return facts.decide(new Ask(on), desk, "", (before, _) -> before, _ -> note("decided", on));
    }

    private void assertRefused(Occurrence on, By actingFor, DeskRule rule) {
        assertThatThrownBy(() -> decided(on, actingFor))
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
