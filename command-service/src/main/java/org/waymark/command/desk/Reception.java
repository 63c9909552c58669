package org.waymark.command.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.waymark.events.Fact;
import org.waymark.events.Malformed;
import org.waymark.events.Recorded;
import org.waymark.events.WaymarkEvent;
import org.waymark.events.store.EventJson;
import org.waymark.events.store.EventLog;
import org.waymark.events.store.KeyTaken;
import org.waymark.events.store.Receipt;
import org.waymark.events.store.Receipts;
import org.waymark.events.store.VersionTaken;

/**
 * Takes a command from the door to its answer: form, desk, shell, receipt. Few keys come twice, so whether one did is looked
 * up when something stands against its command; nothing that is recorded under a taken key can pass the log. Counts what came
 * of it.
 */
public final class Reception {

    private final CommandGateway gateway;
    private final EventLog log;
    private final Receipts receipts;
    private final Kinds kinds;
    private final Surroundings surroundings;
    private final LogStreams recorded;
    private final DeskMeters meters;

    Reception(
            CommandGateway gateway,
            EventLog log,
            Receipts receipts,
            Kinds kinds,
            Surroundings surroundings,
            LogStreams recorded,
            MeterRegistry registry) {
        this.gateway = gateway;
        this.log = log;
        this.receipts = receipts;
        this.kinds = kinds;
        this.surroundings = surroundings;
        this.recorded = recorded;
        this.meters = new DeskMeters(registry);
    }

    /**
     * Records one command, or throws what stood against it.
     *
     * @param path that says what is asked of which stream: {@code /commands/reviews/ssr2/agree-scope}
     */
    public ResponseEntity<String> take(String path, HttpHeaders headers, String body) {
        return take(kinds.find(path).orElseThrow(() -> new NoSuchCommand(path)), headers, body);
    }

    private <C extends Command> ResponseEntity<String> take(Kinds.Target<C> target, HttpHeaders headers, String body) {
        Receipt receipt = meters.counting(
                target.kind().name(),
                () -> record(target.kind(), target.id(), target.verb(), Sent.read(target.words(), headers, body)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(EventJson.mapper()
                        .createObjectNode()
                        .put("eventId", receipt.eventId())
                        .put("position", receipt.position())
                        .put("version", receipt.version())
                        .toString());
    }

    private <C extends Command> Receipt record(StreamKind<C, ?> kind, String id, String verb, Sent sent) {
        String stream = kind.name() + "/" + id;
        long before = log.position();
        try {
            C command = kinds.form(kind, verb).fill(id, sent.body());
            Desk desk = surroundings.desk(kind, id, command, sent.actor(), sent.seen(), recorded);
            Map<String, ?> carried = Map.of(Desk.METADATA, desk, HandedOn.METADATA, HandedOn.of(sent, desk));
            gateway.sendAndWait(new GenericCommandMessage<>(new GenericMessage<>(command, carried), kind.name()));
            if (command.on().corrects() != null) {
                recorded.corrected(stream);
            }
            return receipts.find(sent.key()).orElseThrow();
        } catch (KeyTaken taken) {
            return same(taken.receipt(), sent);
        } catch (Refusal | Malformed | NoSuchCommand | Stale | VersionTaken against) {
            // a command that is sent again is in its own way
            return already(sent).orElseThrow(() -> told(against, stream, before));
        }
    }

    private RuntimeException told(RuntimeException against, String stream, long before) {
        return switch (against) {
            case Stale stale -> new Overtaken(true, after(stream, stale.seen()));
            case VersionTaken _ -> new Overtaken(false, since(stream, before));
            case RuntimeException refusal -> refusal;
        };
    }

    /**
     * Returns the answer that the key of a command was given, if it was.
     *
     * @throws KeyReused if that was for another command
     */
    Optional<Receipt> already(Sent sent) {
        return sent.key() == null ? Optional.empty() : receipts.find(sent.key()).map(receipt -> same(receipt, sent));
    }

    private static Receipt same(Receipt receipt, Sent sent) {
        if (!receipt.bodyHash().equals(sent.hash())) {
            throw new KeyReused(receipt.key());
        }
        return receipt;
    }

    /** Decides a command on what is recorded in some streams; nothing is recorded. */
    <C extends Command> WaymarkEvent decide(Kinds.Target<C> target, Sent sent, Streams streams) {
        StreamKind<C, ?> kind = target.kind();
        C command = kinds.form(kind, target.verb()).fill(target.id(), sent.body());
        Desk desk = surroundings.desk(kind, target.id(), command, sent.actor(), sent.seen(), streams);
        return decided(kind, command, desk, streams.facts(kind.name() + "/" + target.id()));
    }

    private static <C extends Command, E extends WaymarkEvent> E decided(
            StreamKind<C, E> kind, C command, Desk desk, List<Fact<WaymarkEvent>> facts) {
        return kind.decide(Facts.of(facts, kind.events()), command, desk);
    }

    private List<Recorded> after(String stream, long version) {
        return log.stream(stream).stream()
                .filter(recorded -> recorded.version() > version)
                .toList();
    }

    /** What was recorded since a position; at least the last event, since one was in the way. */
    private List<Recorded> since(String stream, long position) {
        List<Recorded> all = log.stream(stream);
        List<Recorded> since =
                all.stream().filter(recorded -> recorded.position() > position).toList();
        return since.isEmpty() ? all.subList(Math.max(0, all.size() - 1), all.size()) : since;
    }
}
