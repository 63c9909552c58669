package org.waymark.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.command.CommandService;
import org.waymark.standalone.Standalone;

/** The product in this process, whole, to be called without HTTP. */
record Inside(ConfigurableApplicationContext context) implements AutoCloseable {

    static Inside start(Path data, String... settings) {
        return start(Standalone.class, data, settings);
    }

    /** Starts only what decides: no view follows the log and takes a share of the cores. */
    static Inside whatDecides(Path data, String... settings) {
        return start(CommandService.class, data, settings);
    }

    private static Inside start(Class<?> application, Path data, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(
                "--waymark.data=" + data.toAbsolutePath(),
                "--server.port=0",
                "--logging.level.root=error",
                "--logging.level.org.waymark=error"));
        return new Inside(SpringApplication.run(application, all.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }
}
