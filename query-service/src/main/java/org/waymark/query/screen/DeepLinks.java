package org.waymark.query.screen;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Finds the index page for the addresses of the screen, {@code /reviews/ssr2} for instance, so that they can be opened,
 * reloaded and sent on. Files and the paths of the services stay what they are.
 */
final class DeepLinks extends PathResourceResolver {

    private static final String INDEX = "index.html";
    private static final List<String> SERVICES =
            List.of("api", "commands", "live", "actuator", "log", "feeds", "exports", "assets");

    /** A name at the top with an ending; numbers of recommendations have dots too, {@code /reviews/ssr2/recommendations/1.1}. */
    private static final Pattern FILE = Pattern.compile("[^/]*\\.[^/]*");

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        Resource file = path.isEmpty() ? null : super.getResource(path, location);
        return file != null || !isOfTheScreen(path) ? file : super.getResource(INDEX, location);
    }

    static boolean isOfTheScreen(String path) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        return !SERVICES.contains(first) && !FILE.matcher(path).matches();
    }
}
