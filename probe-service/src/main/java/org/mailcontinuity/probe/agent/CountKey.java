package org.mailcontinuity.probe.agent;

import java.util.UUID;
import org.mailcontinuity.contracts.sample.Direction;

/** What is counted apart. */
record CountKey(UUID monitorId, Direction direction) {}
