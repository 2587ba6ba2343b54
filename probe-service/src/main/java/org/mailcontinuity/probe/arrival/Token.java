package org.mailcontinuity.probe.arrival;

import java.time.Instant;
import java.util.UUID;

/** What a test message carries: which monitor's which sample it was sent for, and when (kept to the millisecond). */
public record Token(UUID monitorId, UUID sampleId, Instant sentAt) {}
