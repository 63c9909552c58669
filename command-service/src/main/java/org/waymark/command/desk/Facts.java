package org.waymark.command.desk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.waymark.events.EffectOrder;
import org.waymark.events.EffectOrder.Place;
import org.waymark.events.Fact;
import org.waymark.events.Links;
import org.waymark.events.Occurrence;
import org.waymark.events.Retraction;
import org.waymark.events.Unreadable;
import org.waymark.events.Unreadable.LaterRelease;
import org.waymark.events.WaymarkEvent;

/**
 * What is recorded in one stream. History is entered late and corrected, so a command is judged on the state before the
 * place where its event would stand: the facts that stand, folded in the order of their effect up to there.
 */
public final class Facts<E extends WaymarkEvent> {

    /** Facts that one event may say it came after, at most. */
    static final int MOST_BEFORE = 100;

    private static final String ASKED = "";

    private final List<Known<E>> recorded;

    private Facts(List<Known<E>> recorded) {
        this.recorded = recorded;
    }

    /** A fact, or what a command asks for: that one has no event yet. */
    private record Known<E extends WaymarkEvent>(
            String eventId,
            long position,
            LocalDate firstDay,
            LocalDate effectiveOn,
            boolean retracts,
            Links links,
            @Nullable E event)
            implements EffectOrder.Placed {

        private boolean contains(LocalDate day) {
            return !day.isBefore(firstDay) && !day.isAfter(effectiveOn);
        }
    }

    public static <E extends WaymarkEvent> Facts<E> none() {
        return new Facts<>(List.of());
    }

    /**
     * Returns the facts of a stream, in the order of recording.
     *
     * @throws LaterRelease if this release can't read one of them: nothing can be decided on the others alone
     */
    public static <E extends WaymarkEvent> Facts<E> of(List<Fact<WaymarkEvent>> recorded, Class<E> events) {
        Facts<E> facts = new Facts<>(new ArrayList<>(recorded.size()));
        for (Fact<WaymarkEvent> fact : recorded) {
            if (fact.event() instanceof Unreadable unreadable) {
                throw new LaterRelease(unreadable);
            }
            facts.recorded.add(facts.known(fact, events.cast(fact.event())));
        }
        return facts;
    }

    /** Returns these facts and the one that is recorded next. */
    public Facts<E> with(Fact<E> next) {
        List<Known<E>> more = new ArrayList<>(recorded.size() + 1);
        more.addAll(recorded);
        more.add(known(next, next.event()));
        return new Facts<>(more);
    }

    /** Returns these facts and the one that Axon brings; its version orders it, since this is one stream. */
    public Facts<E> with(DomainEventMessage<? extends E> message) {
        LocalDate recordedOn = LocalDate.ofInstant(message.getTimestamp(), ZoneOffset.UTC);
        E event = message.getPayload();
        return with(new Fact<>(
                message.getIdentifier(), message.getSequenceNumber(), event.on().effectiveOn(recordedOn), event));
    }

    private Known<E> known(Fact<?> fact, E event) {
        return known(
                fact.eventId(), fact.position(), event.on(), event instanceof Retraction r ? r : null, fact, event);
    }

    private Known<E> known(
            String id, long position, Occurrence on, @Nullable Retraction retraction, Fact<?> fact, @Nullable E event) {
        return new Known<>(
                id,
                position,
                on.firstDay(fact.effectiveOn()),
                fact.effectiveOn(),
                retraction != null,
                Links.of(position, on, retraction, this::byId, recorded),
                event);
    }

    private Optional<Known<E>> byId(String eventId) {
        return recorded.stream().filter(fact -> fact.eventId().equals(eventId)).findFirst();
    }

    /** Returns the version of the stream, counted from 0; -1 when nothing is recorded. */
    public long version() {
        return recorded.size() - 1L;
    }

    /** Returns the events that stand, in the order of their effect. */
    List<E> standing() {
        return EffectOrder.of(recorded).stream()
                .map(place -> place.fact().event())
                .toList();
    }

    /** Returns the event with this id if it is the value of a chain that stands; a retraction never is. */
    Optional<E> standing(String eventId) {
        return EffectOrder.of(recorded).stream()
                .map(Place::fact)
                .filter(fact -> fact.eventId().equals(eventId) && !fact.retracts())
                .map(Known::event)
                .findFirst();
    }

    /** Tells whether this event can be taken back: a retraction that stands, or any of a chain that does. */
    boolean canBeTakenBack(String eventId) {
        return byId(eventId)
                .filter(named -> !EffectOrder.takenBack(recorded).contains(named.position()))
                .filter(named -> EffectOrder.of(recorded).stream()
                        .anyMatch(place ->
                                place.fact().links().chain() == named.links().chain()))
                .isPresent();
    }

    /** Returns the state at the end of a day. */
    public <S> S stateOn(LocalDate day, S initial, BiFunction<S, E, S> evolve) {
        S state = initial;
        for (Place<Known<E>> place : EffectOrder.of(recorded)) {
            E event = place.fact().event();
            if (!place.day().isAfter(day) && event != null) {
                state = evolve.apply(state, event);
            }
        }
        return state;
    }

    /**
     * Decides a command by the rules of the desk and those of its stream. If a rule of order or completeness is not kept,
     * and there are facts of which it is open whether they came before, it is asked once more as if they had; if it is kept
     * then, the event says that it came after them.
     *
     * @param decide the stream's own decision on a state, with the desk on which it is taken
     * @throws Stale if the sender saw another version of the stream
     * @throws Refusal if a rule is not kept
     */
    public <S> E decide(
            Command command, Desk desk, S initial, BiFunction<S, E, S> evolve, BiFunction<S, Desk, E> decide) {
        if (desk.seen() != null && desk.seen() != version()) {
            throw new Stale(desk.seen(), version());
        }
        DeskRule.judge(command.on(), desk);
        DeskRule.judgeCorrection(command, this);
        DeskRule.judgeAfter(command.on(), cameBefore(command, desk));
        Function<List<String>, E> ask =
                after -> decide.apply(before(command, desk, after, initial, evolve), desk.after(after));
        E event = asked(ask, command.on().after(), () -> openBefore(command, desk));
        DeskRule.judgeReplacement(event, this);
        return event;
    }

    private static <E extends WaymarkEvent> E asked(
            Function<List<String>, E> ask, List<String> said, Supplier<Optional<List<String>>> open) {
        E first;
        try {
            first = ask.apply(said);
        } catch (Refusal refusal) {
            if (!refusal.rule().kind().waivable()) {
                throw refusal;
            }
            return open.get()
                    .flatMap(after -> accepted(ask, after))
                    .filter(event -> waived(event) == 0)
                    .orElseThrow(() -> refusal);
        }
        if (waived(first) == 0) {
            return first;
        }
        return open.get()
                .flatMap(after -> accepted(ask, after))
                .filter(event -> waived(event) < waived(first))
                .orElse(first);
    }

    private static <E> Optional<E> accepted(Function<List<String>, E> ask, List<String> after) {
        try {
            return Optional.of(ask.apply(after));
        } catch (Refusal _) {
            return Optional.empty(); // the first refusal says what stands against it
        }
    }

    private static int waived(WaymarkEvent event) {
        return event.on().attested() == null
                ? 0
                : event.on().attested().waived().size();
    }

    private <S> S before(Command command, Desk desk, List<String> after, S initial, BiFunction<S, E, S> evolve) {
        S state = initial;
        for (Place<Known<E>> place : order(command, desk, after)) {
            E event = place.fact().event();
            if (event == null) {
                break;
            }
            state = evolve.apply(state, event);
        }
        return state;
    }

    /** Returns what stands if the command is recorded, with what it asks for at its place. */
    private List<Place<Known<E>>> order(Command command, Desk desk, List<String> after) {
        LocalDate day = command.on().effectiveOn(desk.today());
        long position = recorded.isEmpty() ? 1 : recorded.getLast().position() + 1;
        List<Known<E>> all = new ArrayList<>(recorded);
        all.add(known(
                ASKED,
                position,
                command.on().after(after),
                command instanceof Retraction retraction ? retraction : null,
                new Fact<>(ASKED, position, day, null),
                null));
        return EffectOrder.of(all);
    }

    /** Returns the facts that a command says it came after and that can have come before it. */
    private Set<String> cameBefore(Command command, Desk desk) {
        Set<String> before = new HashSet<>();
        if (!command.on().after().isEmpty()) {
            LocalDate day = command.on().effectiveOn(desk.today());
            for (Place<Known<E>> place : order(command, desk, command.on().after())) {
                if (place.fact().event() == null) {
                    break;
                }
                if (place.fact().contains(day) && !place.fact().retracts()) {
                    before.add(place.fact().eventId());
                }
            }
        }
        return before;
    }

    /** Returns the facts that a command may have come after, if there are more of them than it says. */
    private Optional<List<String>> openBefore(Command command, Desk desk) {
        LocalDate day = command.on().effectiveOn(desk.today());
        List<String> said = command.on().after();
        List<String> open = order(command, desk, said).stream()
                .dropWhile(place -> place.fact().event() != null)
                .map(Place::fact)
                .filter(fact -> fact.event() != null && !fact.retracts() && fact.contains(day))
                .map(Known::eventId)
                .collect(Collectors.toCollection(ArrayList::new));
        if (open.isEmpty() || open.size() + said.size() > MOST_BEFORE) {
            return Optional.empty();
        }
        open.addAll(said);
        return Optional.of(open);
    }
}
