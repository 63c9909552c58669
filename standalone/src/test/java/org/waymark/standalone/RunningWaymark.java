package org.waymark.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The whole of Waymark at a port that is free, on data of its own: started once for all tests that ask for it. */
public final class RunningWaymark {

    private static final class Once {
        static final RunningWaymark INSTANCE = new RunningWaymark();
    }

    private final ServletWebServerApplicationContext context;

    private RunningWaymark() {
        Path folder = folder();
        context = (ServletWebServerApplicationContext)
                SpringApplication.run(Standalone.class, "--server.port=0", "--waymark.data=" + folder.toAbsolutePath());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            FileSystemUtils.deleteRecursively(folder.toFile());
        }));
    }

    public static RunningWaymark once() {
        return Once.INSTANCE;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("waymark-test");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Returns the address without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
