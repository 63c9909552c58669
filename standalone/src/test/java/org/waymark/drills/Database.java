package org.waymark.drills;

import java.nio.file.Path;
import java.util.List;
import org.waymark.events.store.TestPostgres;

/** Where the application under the drill keeps its log. */
enum Database {
    H2 {
        @Override
        List<String> settings(Path folder) {
            return List.of("--waymark.data=" + folder);
        }
    },
    POSTGRES {
        @Override
        List<String> settings(Path folder) {
            String url = TestPostgres.newDatabase();
            return List.of("--waymark.log.url=" + url, "--waymark.log.username=postgres");
        }
    };

    /** Makes an empty database and returns what the application is told of it. */
    abstract List<String> settings(Path folder);
}
