package org.waymark.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * In whose name something was decided.
 *
 * @param group which SO/AC or part of one; given exactly when the role is {@link Role#SOAC}, and for a
 *     {@link Role#MEMBER} when known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record By(Role role, @Nullable Group group) {

    public By {
        if (role == Role.SOAC && group == null) {
            throw Malformed.because("by.group", "(none)", "the SO/AC that decided, since by.role is SOAC");
        }
        if (group != null && role != Role.SOAC && role != Role.MEMBER) {
            throw Malformed.because("by.group", group, "no group, since by.role is " + role);
        }
    }

    public static By of(Role role) {
        return new By(role, null);
    }

    public static By soAc(Group group) {
        return new By(Role.SOAC, group);
    }
}
