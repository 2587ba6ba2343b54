package org.mailcontinuity.events.timeline;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened.
 *
 * @param actor who did it, where it was somebody
 * @param detail what else is to be said, as a sentence or part of one
 */
public record TimelineEntry(Instant at, TimelineKind kind, Optional<String> actor, Optional<String> detail) {}
