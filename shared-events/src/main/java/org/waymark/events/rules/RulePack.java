package org.waymark.events.rules;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.events.Role;

/**
 * The rules of a process as dated data: what ICANN changes without asking the code. A review is judged by the pack of its
 * first day for all its life.
 *
 * @param id citable name, {@code bylaws-2016}
 * @param validFrom the day from which reviews are judged by it
 * @param sources the clause behind each entry, by the entry's name
 * @param mayDo for each command verb ({@code agree-scope}) the roles that may give it
 * @param steps the life-cycle steps this process has, in order, by stage name
 * @param seats seats of nominees on a review team, at most
 * @param nominees nominees per SO/AC, at most
 * @param seatedNominees nominees of one SO/AC that are seated in any case
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
        Map<String, String> sources,
        Map<String, Set<Role>> mayDo,
        List<String> steps,
        int seats,
        int nominees,
        int seatedNominees,
        Period termsOfReferenceWithin,
        Period boardActsWithin,
        Period endorsementWindow,
        boolean needsInterestStatements,
        boolean needsBriefing,
        boolean needsDraftReport,
        boolean needsPriorities,
        boolean needsShepherds,
        int deferrals) {}
