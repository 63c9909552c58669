package org.waymark.command.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.waymark.events.Malformed;

/** The kinds of stream there are, each with the forms of its commands, made once from the sealed sets. */
final class Kinds {

    private final Map<StreamKind<?, ?>, Map<String, Form<?>>> forms = new LinkedHashMap<>();
    private final Map<PathPattern, StreamKind<?, ?>> paths = new LinkedHashMap<>();

    Kinds(List<StreamKind<?, ?>> kinds) {
        for (StreamKind<?, ?> kind : kinds) {
            Map<String, Form<?>> byVerb = new LinkedHashMap<>();
            leaves(kind.commands())
                    .forEach(record -> byVerb.put(
                            Verb.of(record), new Form<>(record.asSubclass(Command.class), kind.name() + "Id")));
            forms.put(kind, byVerb);
            paths.put(PathPatternParser.defaultInstance.parse(kind.path() + "/{verb}"), kind);
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(Kinds::leaves) : Stream.of(type);
    }

    /** Returns the forms of a kind by verb, in the order of declaration. */
    Map<String, Form<?>> forms(StreamKind<?, ?> kind) {
        return forms.getOrDefault(kind, Map.of());
    }

    Iterable<StreamKind<?, ?>> all() {
        return forms.keySet();
    }

    /**
     * Returns the form of a command.
     *
     * @throws NoSuchCommand if the kind has no such verb
     */
    @SuppressWarnings("unchecked") // the forms of a kind are made of its own sealed set
    <C extends Command> Form<C> form(StreamKind<C, ?> kind, String verb) {
        Form<?> form = forms(kind).get(verb);
        if (form == null) {
            throw new NoSuchCommand(verb);
        }
        return (Form<C>) form;
    }

    /** A command's path, taken apart. */
    record Target<C extends Command>(StreamKind<C, ?> kind, String id, String verb) {

        /** Returns stream and verb, however the path that was sent was written. */
        String words() {
            return kind.name() + "/" + id + "/" + verb;
        }
    }

    /**
     * Returns what a path speaks of; nothing if it is no path of a command.
     *
     * @throws Malformed if it names a stream by what can't be an id
     */
    Optional<Target<?>> find(String path) {
        for (Map.Entry<PathPattern, StreamKind<?, ?>> known : paths.entrySet()) {
            PathPattern.PathMatchInfo match = known.getKey().matchAndExtract(PathContainer.parsePath(path));
            if (match != null) {
                return Optional.of(target(known.getValue(), match.getUriVariables()));
            }
        }
        return Optional.empty();
    }

    private static <C extends Command> Target<C> target(StreamKind<C, ?> kind, Map<String, String> variables) {
        return new Target<>(kind, kind.id(variables), Objects.requireNonNull(variables.get("verb")));
    }

    /**
     * Returns what a path speaks of.
     *
     * @throws Malformed if it is no path of a command
     */
    Target<?> target(String path) {
        return find(path)
                .orElseThrow(() -> Malformed.because(
                        "path", path, "that of a command, such as /commands/reviews/ssr2/agree-scope"));
    }

    /**
     * Returns the kind of a stream.
     *
     * @throws Malformed if its name starts with none
     */
    StreamKind<?, ?> ofStream(String stream) {
        return forms.keySet().stream()
                .filter(kind -> stream.startsWith(kind.name() + "/"))
                .findFirst()
                .orElseThrow(() -> Malformed.because("stream", stream, "such as review/ssr2"));
    }
}
