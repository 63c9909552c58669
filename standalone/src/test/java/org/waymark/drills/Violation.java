package org.waymark.drills;

/** Says in one sentence which promise was not kept. */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    Violation(String sentence, Object... words) {
        super(sentence.formatted(words));
    }
}
