package org.mailcontinuity.notifier.channel.email;

/**
 * A message ready for any relay.
 *
 * @param from the envelope's sender
 * @param to the envelope's recipient
 * @param message headers and body, RFC 5322, lines ended by CR LF
 */
record Email(String from, String to, byte[] message) {}
