/**
 * The notifier under load and under faults: the packaged service as a process of its own, on a real broker and database,
 * with mail relays, webhook receivers and message centres of ours at the other end, which count what arrives. Called by
 * {@code ./continuity bench notifier}.
 */
@NullMarked
package org.mailcontinuity.bench.notifier;

import org.jspecify.annotations.NullMarked;
