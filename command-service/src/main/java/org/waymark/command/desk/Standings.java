package org.waymark.command.desk;

import java.time.LocalDate;
import java.util.List;
import org.waymark.command.desk.OtherStreams.RecommendationStanding;
import org.waymark.events.Fact;
import org.waymark.events.WaymarkEvent;

/** Tells how a recommendation stands, as far as its review needs to know. */
public interface Standings {

    /** Returns how the recommendation with these facts stands at the end of a day. */
    RecommendationStanding standing(String number, List<Fact<WaymarkEvent>> facts, LocalDate day);
}
