package org.mailcontinuity.events.stream;

/**
 * An entry of the stream.
 *
 * @param id one more than the entry before
 * @param type {@code disruption}, {@code event}, {@code alert}, {@code mode} or {@code window}
 * @param subject what it is about
 * @param body JSON, as the topic of the same name has it
 */
record StreamEntry(long id, String type, String subject, String body) {}
