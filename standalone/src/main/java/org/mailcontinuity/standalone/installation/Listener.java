package org.mailcontinuity.standalone.installation;

/**
 * A port that an installation takes, offset included.
 *
 * @param purpose who listens there, in words for a person
 */
public record Listener(int port, String purpose) {}
