package org.mailcontinuity.notifier.channel.email;

import java.util.Optional;

/**
 * A message ready for any relay.
 *
 * @param from the envelope's sender
 * @param to the envelope's recipient
 * @param message headers and body, RFC 5322, lines ended by CR LF
 * @param reference under which reports will come, where they are asked for
 */
public record Email(String from, String to, byte[] message, Optional<String> reference) {}
