package org.waymark.command.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.waymark.events.Malformed;

/** The kinds of stream there are. */
final class Kinds {

    private final List<StreamKind<?, ?>> all;

    Kinds(List<StreamKind<?, ?>> all) {
        this.all = List.copyOf(all);
    }

    List<StreamKind<?, ?>> all() {
        return all;
    }

    /** A command's path, taken apart. */
    record Target(StreamKind<?, ?> kind, String id, String verb) {}

    /**
     * Returns what a path speaks of.
     *
     * @throws Malformed if it is no path of a command
     */
    Target target(String path) {
        for (StreamKind<?, ?> kind : all) {
            PathPattern pattern = PathPatternParser.defaultInstance.parse(kind.path() + "/{verb}");
            PathPattern.PathMatchInfo match = pattern.matchAndExtract(PathContainer.parsePath(path));
            if (match != null) {
                Map<String, String> variables = new HashMap<>(match.getUriVariables());
                return new Target(kind, kind.id(variables), variables.get("verb"));
            }
        }
        throw Malformed.because("path", path, "that of a command, such as /commands/reviews/ssr2/agree-scope");
    }

    /**
     * Returns the kind of a stream.
     *
     * @throws Malformed if its name starts with none
     */
    StreamKind<?, ?> ofStream(String stream) {
        return all.stream()
                .filter(kind -> stream.startsWith(kind.name() + "/"))
                .findFirst()
                .orElseThrow(() -> Malformed.because("stream", stream, "such as review/ssr2"));
    }
}
