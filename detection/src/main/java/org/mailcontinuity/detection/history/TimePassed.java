package org.mailcontinuity.detection.history;

/** A tick that ended a window of the failure counter. */
public record TimePassed(long at) implements Input {}
