package org.waymark.query.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.waymark.events.Malformed;
import org.waymark.query.image.Feed;
import org.waymark.query.image.Image;
import org.waymark.query.image.Moment;

/** Finds the moment of a page marked with {@link Reads} before its controller is called, and answers what needs no reading. */
final class MomentInterceptor implements HandlerInterceptor, HandlerMethodArgumentResolver {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Changes when answers of the same moment change their shape. */
    private static final String SHAPE = "2";

    private static final Set<String> OF_THE_MOMENT = Set.of("asOf", "knownAt", "minPosition", "limit", "cursor");

    private final Moments moments;
    private final Image image;
    private final Feed feed;

    MomentInterceptor(Moments moments, Image image, Feed feed) {
        this.moments = moments;
        this.image = image;
        this.feed = feed;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        Reads reads = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Reads.class) : null;
        if (reads == null) {
            return true;
        }
        if (!feed.isCaughtUp()) {
            throw new NotYet("The log is still being read: " + feed.progress());
        }
        awaitPosition(request.getParameter("minPosition"));
        awaitKnown(request.getParameter("knownAt"));
        Moment moment = ask(request);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        String etag = "\"%s-%s-%d-%d-%s\""
                .formatted(SHAPE, moment.epoch(), moment.position(), moment.knownAt(), moment.asOf());
        return !new ServletWebRequest(request, response).checkNotModified(etag);
    }

    private void awaitPosition(@Nullable String asked) throws InterruptedException {
        if (asked != null && !image.await(number("minPosition", asked, 0, Long.MAX_VALUE), PATIENCE)) {
            throw new NotYet("Position %s is not reached yet".formatted(asked));
        }
    }

    /** A position that the log has and the image has not reached yet is waited for. */
    private void awaitKnown(@Nullable String asked) throws InterruptedException {
        if (asked != null && Moments.isPosition(asked)) {
            long position = number("knownAt", asked, 0, Long.MAX_VALUE);
            if (position > image.position()) {
                moments.requireRecorded(position);
                awaitPosition(asked);
            }
        }
    }

    private Moment ask(HttpServletRequest request) {
        String cursor = request.getParameter("cursor");
        String limit = request.getParameter("limit");
        int rows = limit == null ? Page.USUAL : (int) number("limit", limit, 1, Page.MOST);
        Moment now = moments.at(request.getParameter("asOf"), request.getParameter("knownAt"));
        Moment moment = now;
        String question = question(request);
        String after = null;
        if (cursor != null) {
            Page.Cursor from = Page.Cursor.decoded(cursor);
            if (!from.moment().epoch().equals(now.epoch()) || from.moment().position() > now.position()) {
                throw Malformed.because("cursor", cursor, "one of this log; begin with the first page");
            }
            if (!from.question().equals(question)) {
                throw Malformed.because("cursor", cursor, "the value of 'next' in an answer to the same question");
            }
            if (request.getParameter("asOf") != null && !from.moment().asOf().equals(now.asOf())) {
                throw Malformed.because(
                        "asOf",
                        now.asOf(),
                        "the day of the first page, " + from.moment().asOf());
            }
            moment = from.moment();
            after = from.after();
        }
        request.setAttribute(Moment.class.getName(), moment);
        request.setAttribute(Page.class.getName(), new Page(rows, after, question));
        return moment;
    }

    /** Returns a short mark of the path and of all that is asked besides the moment and the part of a list. */
    private static String question(HttpServletRequest request) {
        StringBuilder asked = new StringBuilder(request.getRequestURI());
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!OF_THE_MOMENT.contains(name)) {
                asked.append('&').append(name).append('=').append(String.join(",", values));
            }
        });
        return Integer.toHexString(asked.toString().hashCode());
    }

    private static long number(String what, String asked, long least, long most) {
        try {
            long number = Long.parseLong(asked);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            throw Malformed.because(what, asked, "a whole number");
        }
        throw Malformed.because(what, asked, "a number from %d to %d".formatted(least, most));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Moment.class || parameter.getParameterType() == Page.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return request.getAttribute(parameter.getParameterType().getName(), WebRequest.SCOPE_REQUEST);
    }

    /** Says that the image has not come far enough; answered with 503. */
    static final class NotYet extends RuntimeException {
        NotYet(String why) {
            super(why);
        }
    }
}
