package org.mailcontinuity.events.lifecycle;

/**
 * The event that answers an alert.
 *
 * @param startedNow false where another request had started it before
 */
public record AlertAnswer(ContinuityEvent event, boolean startedNow) {}
