package org.mailcontinuity.testbed.smpp;

/**
 * A segment that the centre took.
 *
 * @param id under which the centre took it
 * @param reference the sender's own, as user_message_reference; -1 if there was none
 * @param octets the message with its header, where it has one
 */
public record CentreMessage(
        String id,
        String from,
        int fromTon,
        int fromNpi,
        String to,
        int dataCoding,
        int esmClass,
        int registeredDelivery,
        String validity,
        int reference,
        byte[] octets) {}
