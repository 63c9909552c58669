package org.waymark.query.answer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller method as a page built from the image. It is asked with {@code asOf}, {@code knownAt}, {@code minPosition},
 * {@code limit} and {@code cursor}, may take a {@link org.waymark.query.image.Moment} and a {@link Page}, and answers with
 * an {@link Answer}. It is not called when the page can't have changed (304), nor before the image has reached
 * {@code minPosition}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reads {

    /** Returns the row that is answered with; none where that depends on what is asked for. */
    Class<?> row() default Void.class;

    /** Returns what is sent beside a row of what depends on the day; none if nothing is. */
    Class<?> standing() default Void.class;
}
