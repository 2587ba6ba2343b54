package org.mailcontinuity.contracts;

/**
 * A type of message.
 *
 * @param name its {@code ce_type}, such as {@code org.mailcontinuity.sample.v1}
 * @param schema the name of its JSON Schema, {@code /schemas/<schema>.json}
 * @param messageClass its record
 * @param topic where it travels
 */
public record MessageType<T extends Message>(String name, String schema, Class<T> messageClass, Topic topic) {}
