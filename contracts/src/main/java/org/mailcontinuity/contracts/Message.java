package org.mailcontinuity.contracts;

/** A message of a topic. Its key decides its partition, and so the order in which readers see it. */
public interface Message {
    /** The key of the record, UTF-8 on the wire. */
    String key();
}
