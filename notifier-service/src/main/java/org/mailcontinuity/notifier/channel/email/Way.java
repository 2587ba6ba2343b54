package org.mailcontinuity.notifier.channel.email;

/** A way for emails: a relay, or straight to the recipient's own mail servers. */
public interface Way {
    /** For people: host and port. */
    String label();

    RelayAnswer send(Email email);
}
