package org.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says is so. */
class ReadmeTest {

    private static final Path HOUSE = Path.of("..");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String readme = Files.readString(HOUSE.resolve("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void its_commands_do_what_it_says() throws Exception {
        List<String> commands = blocks("sh").stream()
                .filter(command -> command.startsWith("curl"))
                .toList();
        assertThat(commands).hasSize(3);

        JsonNode recorded = run(commands.get(0));
        assertThat(recorded.get("version").asLong()).isZero();
        assertThat(run(commands.get(0))).as("the same, sent again").isEqualTo(recorded);

        String readItsOwn = commands.get(1).strip() + "?minPosition=" + recorded.get("position");
        JsonNode row = run(readItsOwn).at("/entry/row");
        JsonNode promised = JSON.readTree(blocks("json").getFirst());
        ((ObjectNode) promised.get("last"))
                .set("position", recorded.get("position")); // what else was recorded before differs
        assertThat(row).isEqualTo(promised);

        JsonNode refused = run(commands.get(2));
        assertThat(refused.get("status").asInt()).isEqualTo(409);
        assertThat(refused.get("type").asText()).startsWith("/rules/");
    }

    @Test
    void its_other_commands_are_those_of_the_script() throws Exception {
        String help = output(new ProcessBuilder("./dev", "help").directory(HOUSE.toFile()));
        List<String> named = Pattern.compile("\\./dev (\\w+)")
                .matcher(readme)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(named)
                .contains("up", "test")
                .allSatisfy(command -> assertThat(help).containsPattern("\\./dev " + command + "\\b"));
    }

    @Test
    void its_addresses_answer() throws Exception {
        assertThat(run("curl -s http://127.0.0.1:8080/commands/openapi.json")
                        .get("openapi")
                        .asText())
                .startsWith("3.");
        assertThat(run("curl -s http://127.0.0.1:8080/api/openapi.json")
                        .get("openapi")
                        .asText())
                .startsWith("3.");
        assertThat(run("curl -s http://127.0.0.1:8080/actuator/health")
                        .get("status")
                        .asText())
                .isEqualTo("UP");
    }

    @Test
    void what_it_points_to_exists() {
        List<String> links = Pattern.compile("]\\(([^)]+)\\)")
                .matcher(readme)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(links)
                .hasSizeGreaterThan(20)
                .allSatisfy(link -> assertThat(HOUSE.resolve(link)).exists());
    }

    private List<String> blocks(String language) {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(readme)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static JsonNode run(String command) throws Exception {
        String here =
                command.replace("http://127.0.0.1:8080", RunningWaymark.once().url());
        return JSON.readTree(output(new ProcessBuilder("bash", "-c", here)));
    }

    private static String output(ProcessBuilder command) throws Exception {
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
