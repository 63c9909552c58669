package org.waymark.query.reviews;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waymark.events.Group;
import org.waymark.events.PlannedDate;
import org.waymark.events.review.ReviewId;
import org.waymark.events.review.ReviewKind;
import org.waymark.query.reviews.ReviewsRow.ActionItem;
import org.waymark.query.reviews.ReviewsRow.BoardTotals;
import org.waymark.query.reviews.ReviewsRow.Brief;
import org.waymark.query.reviews.ReviewsRow.CommentPeriod;
import org.waymark.query.reviews.ReviewsRow.Day;
import org.waymark.query.reviews.ReviewsRow.Deferral;
import org.waymark.query.reviews.ReviewsRow.Endorsement;
import org.waymark.query.reviews.ReviewsRow.Last;
import org.waymark.query.reviews.ReviewsRow.Member;
import org.waymark.query.reviews.ReviewsRow.Milestone;
import org.waymark.query.reviews.ReviewsRow.Noted;
import org.waymark.query.reviews.ReviewsRow.Pause;
import org.waymark.query.reviews.ReviewsRow.Reports;
import org.waymark.query.reviews.ReviewsRow.Scope;
import org.waymark.query.reviews.ReviewsRow.ScopeText;
import org.waymark.query.reviews.ReviewsRow.Stage;
import org.waymark.query.reviews.ReviewsRow.Team;

/** A row while one event is folded into it: taken apart, changed in places, put together. Never leaves the fold. */
final class ReviewDraft {

    final ReviewId id;
    String printedAs;
    String name;

    @Nullable
    ReviewKind kind;

    String pack = "";
    private Stage stage = Stage.UNSCHEDULED;
    private final Map<Stage, Day> stages = new EnumMap<>(Stage.class);

    @Nullable
    PlannedDate dueOn;

    final Map<String, Deferral> deferrals = new TreeMap<>();
    final Map<String, Pause> pauses = new TreeMap<>();

    @Nullable
    Day dissolvedOn;

    @Nullable
    Day closedOn;

    final TeamDraft team = new TeamDraft();
    final ScopeDraft scope = new ScopeDraft();
    final Map<String, Milestone> milestones = new TreeMap<>();
    final Map<String, CommentPeriod> comments = new TreeMap<>();
    Reports reports = new Reports(null, null, null, null, null, null, null);

    @Nullable
    BoardTotals board;

    final Map<String, Brief> recommendations = new TreeMap<>();
    final Map<String, ActionItem> actionItems = new TreeMap<>();
    int decisions;
    final Map<String, Noted> noted = byPosition();
    final Map<String, Long> waived = new TreeMap<>();

    @Nullable
    Last last;

    long version;

    private ReviewDraft(ReviewId id, String printedAs, String name) {
        this.id = id;
        this.printedAs = printedAs;
        this.name = name;
    }

    /** Begins a row; a fact dated before the schedule finds the review by its id. */
    static ReviewDraft of(ReviewId id) {
        return new ReviewDraft(id, id.value(), id.value());
    }

    static ReviewDraft of(ReviewsRow row) {
        ReviewDraft draft = new ReviewDraft(new ReviewId(row.review()), row.printedAs(), row.name());
        draft.kind = row.kind();
        draft.pack = row.pack() == null ? "" : row.pack();
        draft.stage = row.stage();
        draft.stages.putAll(row.stages());
        draft.dueOn = row.dueOn();
        draft.deferrals.putAll(row.deferrals());
        draft.pauses.putAll(row.pauses());
        draft.dissolvedOn = row.dissolvedOn();
        draft.closedOn = row.closedOn();
        draft.team.take(row.team());
        draft.scope.take(row.scope());
        draft.milestones.putAll(row.milestones());
        draft.comments.putAll(row.comments());
        draft.reports = row.reports();
        draft.board = row.board();
        draft.recommendations.putAll(row.recommendations());
        draft.actionItems.putAll(row.actionItems());
        draft.decisions = row.decisions();
        draft.noted.putAll(row.noted());
        draft.waived.putAll(row.waived());
        draft.last = row.last();
        draft.version = row.version();
        return draft;
    }

    /** Returns a map whose keys are positions, in the order of the log: rows read back from JSON come in another one. */
    static <V> Map<String, V> byPosition() {
        return new TreeMap<>(Comparator.comparingLong(Long::parseLong));
    }

    /** Notes when a stage was entered first; the row shows the furthest one entered. */
    void enter(Stage entered, Day day) {
        stages.putIfAbsent(entered, day);
        stage = entered.compareTo(stage) > 0 ? entered : stage;
    }

    /** Changes what is known of a recommendation in brief; one that was never drafted on record is begun. */
    void brief(String number, UnaryOperator<Brief> change) {
        Brief unknown = new Brief(number, null, null, Map.of(), null, null, null);
        recommendations.put(number, change.apply(recommendations.getOrDefault(number, unknown)));
    }

    ReviewsRow row() {
        return new ReviewsRow(
                id.value(),
                printedAs,
                name,
                kind,
                pack,
                stage,
                stages,
                dueOn,
                deferrals,
                pauses,
                dissolvedOn,
                closedOn,
                team.team(),
                scope.scope(),
                milestones,
                comments,
                reports,
                board,
                recommendations,
                actionItems,
                decisions,
                noted,
                waived,
                Objects.requireNonNull(last),
                version);
    }

    /** The team, taken apart. */
    static final class TeamDraft {
        @Nullable
        Integer size;

        final Map<String, Integer> seats = new TreeMap<>();
        final Map<Group, Integer> nominees = new EnumMap<>(Group.class);
        final Map<String, Member> members = new TreeMap<>();
        final Map<String, String> leaders = new TreeMap<>();
        final Map<String, String> shepherds = new TreeMap<>();

        @Nullable
        Day selectedOn;

        @Nullable
        Day convenedOn;

        @Nullable
        Day briefedOn;

        @Nullable
        PlannedDate callClosesOn;

        private void take(Team team) {
            size = team.size();
            seats.putAll(team.seats());
            nominees.putAll(team.nominees());
            members.putAll(team.members());
            leaders.putAll(team.leaders());
            shepherds.putAll(team.shepherds());
            selectedOn = team.selectedOn();
            convenedOn = team.convenedOn();
            briefedOn = team.briefedOn();
            callClosesOn = team.callClosesOn();
        }

        private Team team() {
            return new Team(
                    size,
                    seats,
                    nominees,
                    members,
                    leaders,
                    shepherds,
                    selectedOn,
                    convenedOn,
                    briefedOn,
                    callClosesOn);
        }
    }

    /** Scope and endorsements, taken apart. */
    static final class ScopeDraft {
        int version;
        final Map<String, ScopeText> texts = new TreeMap<>(Comparator.comparingInt(Integer::parseInt));

        @Nullable
        Day termsOfReferenceOn;

        @Nullable
        Day workPlanOn;

        @Nullable
        Day sharedOn;

        @Nullable
        Day askedOn;

        @Nullable
        PlannedDate endorseBy;

        final Map<Group, Endorsement> endorsements = new EnumMap<>(Group.class);

        private void take(Scope scope) {
            version = scope.version();
            texts.putAll(scope.texts());
            termsOfReferenceOn = scope.termsOfReferenceOn();
            workPlanOn = scope.workPlanOn();
            sharedOn = scope.sharedOn();
            askedOn = scope.askedOn();
            endorseBy = scope.endorseBy();
            endorsements.putAll(scope.endorsements());
        }

        private Scope scope() {
            return new Scope(
                    version, texts, termsOfReferenceOn, workPlanOn, sharedOn, askedOn, endorseBy, endorsements);
        }
    }
}
