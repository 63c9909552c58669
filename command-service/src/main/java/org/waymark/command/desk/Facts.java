package org.waymark.command.desk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.waymark.events.EffectOrder;
import org.waymark.events.Fact;
import org.waymark.events.WaymarkEvent;

/**
 * What is recorded in one stream. History is entered late and corrected, so a command is judged on the state at the end of
 * its own day: the facts that stand, folded in the order of their effect up to that day.
 */
public final class Facts<E extends WaymarkEvent> {

    private final List<Fact<E>> recorded;

    private Facts(List<Fact<E>> recorded) {
        this.recorded = recorded;
    }

    public static <E extends WaymarkEvent> Facts<E> none() {
        return new Facts<>(List.of());
    }

    /** Returns the facts of a stream, in the order of recording. */
    public static <E extends WaymarkEvent> Facts<E> of(List<Fact<WaymarkEvent>> recorded, Class<E> events) {
        return new Facts<>(recorded.stream()
                .map(fact -> new Fact<>(fact.eventId(), fact.position(), fact.effectiveOn(), events.cast(fact.event())))
                .toList());
    }

    /** Returns these facts and the one that is recorded next. */
    public Facts<E> with(Fact<E> next) {
        List<Fact<E>> more = new ArrayList<>(recorded.size() + 1);
        more.addAll(recorded);
        more.add(next);
        return new Facts<>(more);
    }

    /** Returns these facts and the one that Axon brings; its version orders it, since this is one stream. */
    public Facts<E> with(DomainEventMessage<? extends E> message) {
        LocalDate recordedOn = LocalDate.ofInstant(message.getTimestamp(), ZoneOffset.UTC);
        E event = message.getPayload();
        return with(new Fact<>(
                message.getIdentifier(), message.getSequenceNumber(), event.on().effectiveOn(recordedOn), event));
    }

    /** Returns the version of the stream, counted from 0; -1 when nothing is recorded. */
    public long version() {
        return recorded.size() - 1L;
    }

    /** Returns the fact with this id if it stands: neither corrected nor retracted, nor a retraction itself. */
    Optional<Fact<E>> standing(String eventId) {
        return EffectOrder.standing(recorded).stream()
                .filter(fact -> fact.eventId().equals(eventId) && !fact.event().retracts())
                .findFirst();
    }

    /**
     * Returns the state at the end of a day.
     *
     * @param corrects the fact that is left out, since a command would take its place
     */
    public <S> S stateOn(LocalDate day, @Nullable String corrects, S initial, BiFunction<S, E, S> evolve) {
        S state = initial;
        for (Fact<E> fact : EffectOrder.standing(recorded)) {
            if (!fact.effectiveOn().isAfter(day) && !fact.eventId().equals(corrects)) {
                state = evolve.apply(state, fact.event());
            }
        }
        return state;
    }

    /**
     * Decides a command by the rules of the desk and those of its stream.
     *
     * @param decide the stream's own decision on the state at the command's day
     * @throws Stale if the sender saw another version of the stream
     * @throws Refusal if a rule is not kept
     */
    public <S> E decide(Command command, Desk desk, S initial, BiFunction<S, E, S> evolve, Function<S, E> decide) {
        if (desk.seen() != null && desk.seen() != version()) {
            throw new Stale(desk.seen(), version());
        }
        DeskRule.judge(command.on(), desk);
        DeskRule.judgeCorrection(command.on(), this);
        LocalDate day = command.on().effectiveOn(desk.today());
        E event = decide.apply(stateOn(day, command.on().corrects(), initial, evolve));
        DeskRule.judgeReplacement(event, this);
        return event;
    }
}
