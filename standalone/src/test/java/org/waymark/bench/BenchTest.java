package org.waymark.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.standalone.Standalone;

/** The benchmarks work; what they measure is none of a test's business. */
class BenchTest {

    private static final List<String> PRODUCT = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Standalone.class.getName());

    @Test
    void figures_are_measured() throws Exception {
        try (Bench bench = new Bench(PRODUCT, Effort.TOUCH, Path.of(".."))) {
            List<Line> lines = bench.measure(List.of("rate", "rebuild", "live", "asof", "million"));
            assertThat(lines).hasSize(4 + 1 + 7 + 13 + 18);
            assertThat(lines).extracting(Line::measured).allMatch(measured -> measured.matches(".*[0-9].*"));
        }
    }

    @Test
    void a_figure_has_as_many_columns_as_the_table() {
        Line line = Line.within(new Budget(">= 1.0", false, 1), 0.9, "commands", "9,000/s", "10,000/s", "0.90");
        assertThat(line.row()).isEqualTo("| commands | 9,000/s | 10,000/s | 0.90 | &ge; 1.0 | **no** |");
        assertThat(Line.header().lines())
                .allMatch(row -> row.chars().filter(c -> c == '|').count() == 7);
    }

    @Test
    void a_budget_says_what_it_bounds_and_whether_it_is_kept() throws Exception {
        Budget start = Budget.of(Path.of(".."), "start.ready");
        assertThat(start.printed()).isEqualTo("&lt; 2 s");
        assertThat(start.holds(1.9)).isTrue();
        assertThat(start.holds(2)).isFalse();
        assertThat(Budget.of(Path.of(".."), "image").holds(0.5)).isTrue();
        assertThatThrownBy(() -> Budget.of(Path.of(".."), "nothing")).hasMessageContaining("nothing = < 10 ms");
    }

    @Test
    void a_share_of_a_sample_is_one_of_its_numbers() {
        Sample hundred = Sample.of(java.util.stream.IntStream.rangeClosed(1, 100)
                .mapToDouble(n -> n)
                .toArray());
        assertThat(hundred.at(0.99)).isEqualTo(99);
        assertThat(hundred.at(0.5)).isEqualTo(50);
        assertThat(hundred.median()).isEqualTo(50.5);
        assertThat(Sample.of(7).at(0.99)).isEqualTo(7);
    }

    @Test
    void contenders_take_turns_and_each_round_is_held_against_its_own_limit() throws Exception {
        StringBuilder turns = new StringBuilder();
        Map<String, Rounds.Contender> contenders = new java.util.LinkedHashMap<>();
        contenders.put("a", _ -> () -> turns.append('a'));
        contenders.put("b", _ -> () -> turns.append('b'));
        Map<String, List<Double>> rates = Rounds.rates(contenders, 1, 2, Duration.ofNanos(1), _ -> Duration.ofNanos(1));
        assertThat(turns.toString()).isEqualTo("ababab");
        assertThat(rates.get("a")).hasSize(2);
        assertThat(Rounds.ratio(List.of(1.0, 8.0, 3.0), List.of(2.0, 8.0, 4.0))).isEqualTo(0.75);
    }

    @Test
    void answers_are_read_whole_from_a_connection_that_is_kept() throws Exception {
        try (BareAnswers answers = new BareAnswers();
                Wire wire = new Wire(answers.url())) {
            answers.answer("first".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(wire.get("/").expect(200).text()).isEqualTo("first");
            answers.answer("工作".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(wire.get("/").text()).isEqualTo("工作");
        }
    }
}
