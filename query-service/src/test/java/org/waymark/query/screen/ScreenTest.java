package org.waymark.query.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.query.TestApplication;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenTest {

    private TestApplication test;

    @BeforeAll
    void open(@TempDir Path folder) {
        test = new TestApplication(folder);
    }

    @AfterAll
    void close() {
        test.close();
    }

    @Test
    void every_address_of_the_screen_opens_the_index_page() {
        for (String address :
                new String[] {"/", "/reviews/ssr2", "/groups/GNSO", "/reviews/ssr2/recommendations/1.1"}) {
            HttpResponse<String> page = test.get(address);
            assertThat(page.statusCode()).as(address).isEqualTo(200);
            assertThat(page.body()).as(address).contains("<title>Waymark");
            assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("script-src 'self';", "require-trusted-types-for 'script'", "frame-ancestors 'none'");
        }
    }

    @Test
    void what_belongs_to_a_service_or_is_a_file_is_not_the_index_page() {
        for (String address : new String[] {
            "/api/nothing", "/commands/x", "/favicon.txt", "/log/checkpoint", "/feeds/x", "/exports/y", "/assets/none"
        }) {
            assertThat(test.get(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    @Test
    void assets_are_sent_compressed_and_kept_for_ever() {
        HttpResponse<String> plain = test.get("/assets/test-0001.js");
        assertThat(plain.body()).isEqualTo("plain\n");
        assertThat(plain.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        HttpResponse<String> packed = test.get("/assets/test-0001.js", "Accept-Encoding", "gzip, br");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(packed.headers().firstValue("Vary").orElseThrow()).contains("Accept-Encoding");
        assertThat(packed.body()).isEqualTo("stands for the packed file\n");
    }
}
