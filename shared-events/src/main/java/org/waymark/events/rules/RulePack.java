package org.waymark.events.rules;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.events.Role;
import org.waymark.events.recommendation.TeamPriority;
import org.waymark.events.review.ReviewKind;

/**
 * The rules of a process as dated data: what ICANN changes without asking the code. A review is judged by the pack of its
 * first day for all its life. Each entry has its clause in {@link #sources}; where no clause was seen, the source says that
 * the value is configuration.
 *
 * @param id citable name, {@code bylaws-2016}
 * @param validFrom the day from which reviews are judged by it
 * @param kinds the kinds of review it is for
 * @param sources the clause behind each entry, by the entry's name in the pack's file: {@code seats}, or the verb
 * @param mayDo for each command verb ({@code agree-scope}) the roles that may give it
 * @param steps the life-cycle steps this process has, in order, by stage name; rules on a step it lacks don't apply
 * @param priorities the scale on which a team ranks its recommendations
 * @param seats seats of nominees on a review team, at most
 * @param nominees nominees per SO/AC, at most
 * @param seatedNominees nominees of one SO/AC that are seated in any case
 * @param removalBy the share of the vote that removes a member
 * @param termsOfReferenceWithin from the first meeting
 * @param boardActsWithin from receipt of the final report
 * @param endorsementWindow for SO/ACs to answer on a shared scope where no day is set
 * @param needsInterestStatements whether members file them before the team convenes
 * @param needsBriefing whether ICANN org briefs the team before it convenes
 * @param needsDraftReport whether a draft report goes to public comment before the final one
 * @param needsPriorities whether each final recommendation has a priority or a stated reason
 * @param needsShepherds whether shepherds are named before the final report
 * @param deferrals how often a review may be deferred, at most
 */
public record RulePack(
        String id,
        LocalDate validFrom,
        Set<ReviewKind> kinds,
        Map<String, String> sources,
        Map<String, Set<Role>> mayDo,
        List<String> steps,
        Set<TeamPriority> priorities,
        int seats,
        int nominees,
        int seatedNominees,
        Share removalBy,
        Period termsOfReferenceWithin,
        Period boardActsWithin,
        Period endorsementWindow,
        boolean needsInterestStatements,
        boolean needsBriefing,
        boolean needsDraftReport,
        boolean needsPriorities,
        boolean needsShepherds,
        int deferrals) {

    /** Returns the roles that may give a command, none if the pack doesn't know it. */
    public Set<Role> mayDo(String verb) {
        return mayDo.getOrDefault(verb, Set.of());
    }

    /**
     * Returns the clause behind an entry.
     *
     * @param entry its name in the pack's file: {@code board-acts-within}, {@code agree-scope}
     */
    public String clause(String entry) {
        return sources.getOrDefault(entry, "");
    }
}
