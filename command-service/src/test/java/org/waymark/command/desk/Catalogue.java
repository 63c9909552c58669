package org.waymark.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.events.store.EventJson;

/** The sentences of the rules in each language, as the screen shows them. */
public final class Catalogue {

    private static final Path FOLDER = Path.of("..", "ui", "src", "messages", "rules");

    private Catalogue() {}

    /** Asserts that each rule has its sentence in both languages, and the English one is the rule's own. */
    public static void assertHolds(String name, Rule... rules) throws IOException {
        assertThat(read(name, "en"))
                .isEqualTo(Arrays.stream(rules).collect(Collectors.toMap(Rule::name, Rule::because)));
        Map<String, String> chinese = read(name, "zh");
        assertThat(chinese.keySet())
                .isEqualTo(Arrays.stream(rules).map(Rule::name).collect(Collectors.toSet()));
        assertThat(chinese.values()).doesNotHaveDuplicates().allMatch(sentence -> sentence.endsWith("。"));
    }

    private static Map<String, String> read(String name, String language) throws IOException {
        return EventJson.mapper()
                .readValue(FOLDER.resolve(name + "." + language + ".json").toFile(), new TypeReference<>() {});
    }
}
