package org.mailcontinuity.events.window;

import java.time.Instant;
import java.util.List;
import org.mailcontinuity.contracts.window.WindowJudgement;

/**
 * The windows of a span.
 *
 * @param truncated whether the span has more windows, earlier ones
 * @param items in order of time
 */
record WindowsView(Instant from, Instant to, boolean truncated, List<WindowJudgement> items) {}
