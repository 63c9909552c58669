package org.waymark.events.store;

/**
 * The answer a command got, kept for ever, so that the same command sent again gets the same answer.
 *
 * @param key the sender's idempotency key
 * @param bodyHash SHA-256 of what was sent, in lower-case hexadecimal
 * @param eventId the event that was recorded
 * @param position its place in the log
 * @param version its place in the stream, from 0
 */
public record Receipt(String key, String bodyHash, String eventId, long position, long version) {}
