package org.mailcontinuity.probe.dns;

/** @param host without the final dot; empty for the null MX (RFC 7505) */
public record MxRecord(String host, int preference) {}
