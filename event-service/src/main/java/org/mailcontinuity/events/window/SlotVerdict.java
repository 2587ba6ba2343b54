package org.mailcontinuity.events.window;

import java.util.UUID;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.window.Verdict;

/** The worst verdict on a direction of a monitor in one slot of time; {@code slot} counts from 0. */
public record SlotVerdict(UUID monitorId, Direction direction, int slot, Verdict verdict) {}
