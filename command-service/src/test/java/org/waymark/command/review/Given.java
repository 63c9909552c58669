package org.waymark.command.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.command.desk.Actor;
import org.waymark.command.desk.Desk;
import org.waymark.command.desk.OtherStreams;
import org.waymark.command.desk.OtherStreams.RecommendationStanding;
import org.waymark.command.desk.Refusal;
import org.waymark.events.Attested;
import org.waymark.events.By;
import org.waymark.events.Group;
import org.waymark.events.Occurrence;
import org.waymark.events.PersonId;
import org.waymark.events.PlannedDate;
import org.waymark.events.Precision;
import org.waymark.events.Role;
import org.waymark.events.recommendation.ConsensusLevel;
import org.waymark.events.recommendation.TeamPriority;
import org.waymark.events.review.CourseEvent.ReviewScheduled;
import org.waymark.events.review.PlanEvent.Planned;
import org.waymark.events.review.PlanEvent.WorkPlanAdopted;
import org.waymark.events.review.ReportEvent.CommentSubject;
import org.waymark.events.review.ReportEvent.DraftReportPublished;
import org.waymark.events.review.ReportEvent.FinalReportAdopted;
import org.waymark.events.review.ReportEvent.FinalReportSubmitted;
import org.waymark.events.review.ReportEvent.Printed;
import org.waymark.events.review.ReportEvent.PublicCommentClosed;
import org.waymark.events.review.ReportEvent.PublicCommentOpened;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.ReviewKind;
import org.waymark.events.review.ScopeEvent.ScopeAgreed;
import org.waymark.events.review.ScopeEvent.ScopeEndorsed;
import org.waymark.events.review.ScopeEvent.ScopeSharedWithLeadership;
import org.waymark.events.review.ScopeEvent.TermsOfReferenceAdopted;
import org.waymark.events.review.TeamEvent.CallForVolunteersOpened;
import org.waymark.events.review.TeamEvent.CandidateNominated;
import org.waymark.events.review.TeamEvent.ImplementationShepherdsDesignated;
import org.waymark.events.review.TeamEvent.InterestStatementFiled;
import org.waymark.events.review.TeamEvent.Member;
import org.waymark.events.review.TeamEvent.MssiBriefingHeld;
import org.waymark.events.review.TeamEvent.ReviewTeamConvened;
import org.waymark.events.review.TeamEvent.ReviewTeamSelected;
import org.waymark.events.rules.RulePack;
import org.waymark.events.rules.RulePacks;

/** A review that went as the Bylaws of 2016 have it, stopped at any of its steps, and what is decided from there. */
final class Given {

    static final ReviewId ATRT4 = new ReviewId("atrt4");
    static final PersonId ANNA = new PersonId("anna");
    static final PersonId BO = new PersonId("bo");
    static final PersonId CLEO = new PersonId("cleo");
    static final PersonId DAN = new PersonId("dan");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 14);
    static final PlannedDate YESTERDAY = PlannedDate.day(TODAY.minusDays(1));
    static final PlannedDate ON_THE_DAY = PlannedDate.day(TODAY);
    static final PlannedDate NEXT_WEEK = PlannedDate.day(TODAY.plusWeeks(1));
    static final PlannedDate NEXT_MONTH = new PlannedDate(LocalDate.of(2026, 4, 1), Precision.MONTH);
    static final Occurrence TEAM = by(By.of(Role.TEAM));
    static final Occurrence LEADERSHIP = by(By.of(Role.LEADERSHIP));
    static final Occurrence MEMBER = by(By.of(Role.MEMBER));
    static final Occurrence CHAIRS = by(By.of(Role.SOAC_CHAIRS));
    static final Occurrence BOARD = by(By.of(Role.BOARD));
    static final Occurrence ORG = by(By.of(Role.ORG));
    static final Occurrence GNSO = by(By.soAc(Group.GNSO));
    static final Occurrence ALAC = by(By.soAc(Group.ALAC));

    static final Printed FIRST = new Printed("1", ConsensusLevel.CONSENSUS, TeamPriority.HIGH, null);
    static final Printed SECOND = new Printed("2", ConsensusLevel.FULL_CONSENSUS, null, "All are urgent");
    static final String DOCUMENT = "https://example.org/document";

    static final ReviewEvent SCHEDULED =
            new ReviewScheduled(ATRT4, ORG, ReviewKind.ATRT, "Fourth review", "ATRT4", "bylaws-2016", null);
    static final ReviewEvent CALLED = new CallForVolunteersOpened(ATRT4, ORG, NEXT_WEEK);
    static final ReviewEvent ANNA_NOMINATED = new CandidateNominated(ATRT4, GNSO, Group.GNSO, ANNA);
    static final ReviewEvent BO_NOMINATED = new CandidateNominated(ATRT4, GNSO, Group.NCUC, BO);
    static final ReviewEvent CLEO_NOMINATED = new CandidateNominated(ATRT4, ALAC, Group.ALAC, CLEO);
    static final List<Member> MEMBERS =
            List.of(new Member(ANNA, Group.GNSO), new Member(BO, Group.GNSO), new Member(CLEO, Group.ALAC));
    static final ReviewEvent SELECTED = new ReviewTeamSelected(ATRT4, CHAIRS, 3, List.of(), MEMBERS);
    static final ReviewEvent BRIEFED = new MssiBriefingHeld(ATRT4, ORG, 3);
    static final ReviewEvent CONVENED = new ReviewTeamConvened(ATRT4, TEAM);
    static final ReviewEvent AGREED = new ScopeAgreed(ATRT4, TEAM, 1, "Everything");
    static final ReviewEvent TERMS_ADOPTED = new TermsOfReferenceAdopted(ATRT4, TEAM, DOCUMENT);
    static final ReviewEvent PLANNED =
            new WorkPlanAdopted(ATRT4, TEAM, List.of(new Planned("draft-report", "Draft report", NEXT_WEEK)));
    static final ReviewEvent SHARED =
            new ScopeSharedWithLeadership(ATRT4, LEADERSHIP, 1, List.of(Group.GNSO, Group.ALAC), NEXT_WEEK);
    static final ReviewEvent GNSO_ENDORSED = new ScopeEndorsed(ATRT4, GNSO, 1, Group.GNSO, null);
    static final ReviewEvent ALAC_ENDORSED = new ScopeEndorsed(ATRT4, ALAC, 1, Group.ALAC, null);
    static final ReviewEvent DRAFTED = new DraftReportPublished(ATRT4, TEAM, List.of(FIRST, SECOND), DOCUMENT);
    static final ReviewEvent COMMENT_OPENED =
            new PublicCommentOpened(ATRT4, ORG, "draft-report", CommentSubject.DRAFT_REPORT, ON_THE_DAY);
    static final ReviewEvent COMMENT_CLOSED = new PublicCommentClosed(ATRT4, ORG, "draft-report", 18);
    static final ReviewEvent SHEPHERDS_NAMED = new ImplementationShepherdsDesignated(ATRT4, TEAM, List.of(ANNA));
    static final ReviewEvent ADOPTED = new FinalReportAdopted(ATRT4, TEAM);
    static final ReviewEvent SUBMITTED = new FinalReportSubmitted(ATRT4, TEAM, List.of(FIRST, SECOND), 2, 3, DOCUMENT);

    static final RulePack BYLAWS = pack("bylaws-2016");
    static final RulePack ORGANIZATIONAL = pack("organizational");

    private Given() {}

    static Review given(ReviewEvent... events) {
        return after(Review.UNSCHEDULED, events);
    }

    static Review scheduled(ReviewEvent... then) {
        return after(given(SCHEDULED), then);
    }

    static Review called(ReviewEvent... then) {
        return after(scheduled(CALLED), then);
    }

    static Review nominated(ReviewEvent... then) {
        return after(called(ANNA_NOMINATED, BO_NOMINATED, CLEO_NOMINATED), then);
    }

    static Review seated(ReviewEvent... then) {
        return after(nominated(SELECTED), then);
    }

    static Review convened(ReviewEvent... then) {
        return after(seated(stated(ANNA), stated(BO), stated(CLEO), BRIEFED, CONVENED), then);
    }

    static Review agreed(ReviewEvent... then) {
        return after(convened(AGREED, TERMS_ADOPTED, PLANNED), then);
    }

    static Review shared(ReviewEvent... then) {
        return after(agreed(SHARED), then);
    }

    static Review endorsed(ReviewEvent... then) {
        return after(shared(GNSO_ENDORSED, ALAC_ENDORSED), then);
    }

    static Review drafted(ReviewEvent... then) {
        return after(endorsed(DRAFTED), then);
    }

    static Review commented(ReviewEvent... then) {
        return after(drafted(COMMENT_OPENED, COMMENT_CLOSED), then);
    }

    static Review adopted(ReviewEvent... then) {
        return after(commented(SHEPHERDS_NAMED, ADOPTED), then);
    }

    static Review submitted(ReviewEvent... then) {
        return after(adopted(SUBMITTED), then);
    }

    static Review after(Review before, ReviewEvent... events) {
        return Arrays.stream(events).reduce(before, Review::evolve, (_, last) -> last);
    }

    static ReviewEvent stated(PersonId person) {
        return new InterestStatementFiled(ATRT4, MEMBER, person, null);
    }

    /** Asserts that a command becomes an event. */
    static void assertRecords(Review then, ReviewCommand command, ReviewEvent event) {
        assertRecords(then, command, desk -> desk, event);
    }

    /** Asserts that a command becomes an event at another desk than that of the Bylaws, where nothing else is on record. */
    static void assertRecords(Review then, ReviewCommand command, UnaryOperator<Desk> at, ReviewEvent event) {
        assertThat(then.decide(command, at.apply(desk(command)))).isEqualTo(event);
    }

    static void assertRefused(Review then, ReviewCommand command, ReviewRule rule) {
        assertRefused(then, command, desk -> desk, rule);
    }

    /** Asserts that a command is refused at another desk than that of the Bylaws, where nothing else is on record. */
    static void assertRefused(Review then, ReviewCommand command, UnaryOperator<Desk> at, ReviewRule rule) {
        assertThatThrownBy(() -> then.decide(command, at.apply(desk(command))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    /** Asserts that what an archivist attests is recorded, and says which rules it does not keep. */
    static void assertWaived(Review then, ReviewCommand attested, ReviewRule... rules) {
        Attested noted = then.decide(attested, desk(attested)).on().attested();
        assertThat(noted).isNotNull();
        assertThat(noted.waived())
                .containsExactly(Arrays.stream(rules).map(Enum::name).toArray(String[]::new));
    }

    static Desk desk(ReviewCommand command) {
        By by = command.on().attested() == null ? command.on().by() : By.of(Role.ARCHIVIST);
        return new Desk(new Actor(ANNA, by, false), TODAY, TODAY.plusDays(1), BYLAWS, OtherStreams.NONE);
    }

    static UnaryOperator<Desk> by(RulePack pack) {
        return desk -> new Desk(desk.actor(), desk.today(), desk.latestToday(), pack, desk.facts());
    }

    /** The desk at which recommendations are on record. */
    static UnaryOperator<Desk> knowing(RecommendationStanding... standings) {
        Map<String, RecommendationStanding> byNumber = Arrays.stream(standings)
                .collect(Collectors.toMap(RecommendationStanding::number, standing -> standing));
        return desk -> new Desk(
                desk.actor(),
                desk.today(),
                desk.latestToday(),
                desk.pack(),
                new OtherStreams(1, true, "bylaws-2016", byNumber));
    }

    static Occurrence by(By by) {
        return on(by, TODAY, null, null);
    }

    static Occurrence on(By by, LocalDate day, @Nullable String reason, @Nullable String corrects) {
        return new Occurrence(day, Precision.DAY, List.of(), reason, by, corrects, null);
    }

    static Occurrence because(Occurrence on, String reason) {
        return new Occurrence(on.occurredOn(), on.precision(), List.of(), reason, on.by(), null, on.attested());
    }

    static Occurrence attested(Occurrence on) {
        return new Occurrence(
                on.occurredOn(),
                on.precision(),
                List.of(),
                on.reason(),
                on.by(),
                null,
                new Attested(Attested.Grade.PRIMARY, List.of()));
    }

    private static RulePack pack(String id) {
        return RulePacks.shipped().byId(id).orElseThrow();
    }
}
