package org.waymark.query.reviews;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.waymark.events.Group;
import org.waymark.events.PlannedDate;
import org.waymark.events.life.RecommendationLife;
import org.waymark.events.life.ReviewLife;
import org.waymark.events.life.ReviewStage;
import org.waymark.events.review.ReviewEvent;
import org.waymark.events.review.ReviewKind;
import org.waymark.query.image.Changes;
import org.waymark.query.image.Draft;
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
import org.waymark.query.reviews.ReviewsRow.Team;

/** A row while one event is folded into it: taken apart, changed in places, put together. Never leaves the fold. */
final class ReviewDraft implements Draft<ReviewDraft, ReviewsRow>, Cloneable {

    private static final String RECOMMENDATION = "recommendation/";

    private final String id;
    String printedAs;
    String name;

    @Nullable
    ReviewKind kind;

    String pack = "";
    ReviewLife life = ReviewLife.NOT_BEGUN;

    /** How far the life is by events alone, worked out when it changes: most facts are those of recommendations. */
    private ReviewStage reached = ReviewStage.UNSCHEDULED;

    private TreePMap<ReviewStage, Day> stages = TreePMap.empty();

    @Nullable
    PlannedDate dueOn;

    TreePMap<String, Deferral> deferrals = TreePMap.empty();
    TreePMap<String, Pause> pauses = TreePMap.empty();

    @Nullable
    Day dissolvedOn;

    @Nullable
    Day closedOn;

    TeamDraft team = new TeamDraft();
    ScopeDraft scope = new ScopeDraft();
    TreePMap<String, Milestone> milestones = TreePMap.empty();
    TreePMap<String, CommentPeriod> comments = TreePMap.empty();
    Reports reports = new Reports(null, null, null, null, null, null, null);

    @Nullable
    BoardTotals board;

    TreePMap<String, Brief> recommendations = TreePMap.empty();
    TreePMap<String, ActionItem> actionItems = TreePMap.empty();
    int decisions;
    TreePMap<String, Noted> noted = Changes.byPosition();
    TreePMap<String, Long> waived = TreePMap.empty();

    @Nullable
    Last last;

    long version;

    private ReviewDraft(String id, String printedAs, String name) {
        this.id = id;
        this.printedAs = printedAs;
        this.name = name;
    }

    /** Begins a row; a fact dated before the schedule finds the review by its id. */
    static ReviewDraft of(String id) {
        return new ReviewDraft(id, id, id);
    }

    @Override
    public ReviewDraft copy() {
        try {
            ReviewDraft copy = (ReviewDraft) clone();
            copy.team = team.copy();
            copy.scope = scope.copy();
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Goes on in its life cycle. */
    void live(ReviewEvent event) {
        life = life.after(event);
        reached = life.entered();
    }

    /** Notes when a stage was entered first. */
    void enter(ReviewStage entered, Day day) {
        stages = stages.containsKey(entered) ? stages : stages.plus(entered, day);
    }

    /** Returns how far it is by events alone: its own, and those of its recommendations that say that work has begun. */
    private ReviewStage entered() {
        return stages.containsKey(ReviewStage.IMPLEMENTING) ? reached.orLater(ReviewStage.IMPLEMENTING) : reached;
    }

    @Override
    public boolean tellsOf(String stream) {
        return !stream.startsWith(RECOMMENDATION)
                || recommendations.containsKey(stream.substring(stream.lastIndexOf('/') + 1));
    }

    /** The Board may act on a recommendation without an event of the review saying so. */
    @Override
    public int stage() {
        boolean acted = reports.boardFirstActedOn() != null;
        return (acted ? entered().orLater(ReviewStage.BOARD_ACTED) : entered()).ordinal();
    }

    /** Changes what is known of a recommendation in brief; one that was never drafted on record is begun. */
    void brief(String number, UnaryOperator<Brief> change) {
        Brief unknown = Brief.of(number, null, null, RecommendationLife.NOT_BEGUN);
        recommendations = Changes.of(recommendations, number, unknown, change);
    }

    @Override
    public ReviewsRow row() {
        return new ReviewsRow(
                id,
                printedAs,
                name,
                kind,
                pack,
                life,
                entered(),
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
                last,
                version);
    }

    /** The team, taken apart. */
    static final class TeamDraft implements Cloneable {
        @Nullable
        Integer size;

        TreePMap<String, Integer> seats = TreePMap.empty();
        TreePMap<Group, Integer> nominees = TreePMap.empty();
        TreePMap<String, Member> members = TreePMap.empty();
        TreePMap<String, String> leaders = TreePMap.empty();
        TreePMap<String, String> shepherds = TreePMap.empty();

        @Nullable
        Day selectedOn;

        @Nullable
        Day convenedOn;

        @Nullable
        Day briefedOn;

        @Nullable
        PlannedDate callClosesOn;

        private TeamDraft copy() {
            try {
                return (TeamDraft) clone();
            } catch (CloneNotSupportedException impossible) {
                throw new IllegalStateException(impossible);
            }
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
    static final class ScopeDraft implements Cloneable {
        int version;
        TreePMap<String, ScopeText> texts = Changes.byPosition();

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

        TreePMap<Group, Endorsement> endorsements = TreePMap.empty();

        private ScopeDraft copy() {
            try {
                return (ScopeDraft) clone();
            } catch (CloneNotSupportedException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private Scope scope() {
            return new Scope(
                    version, texts, termsOfReferenceOn, workPlanOn, sharedOn, askedOn, endorseBy, endorsements);
        }
    }
}
