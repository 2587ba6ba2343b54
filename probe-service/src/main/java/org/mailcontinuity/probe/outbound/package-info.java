/**
 * The outbound check: does a message from this organisation's own mailbox, by its own way out, reach the world in
 * time? Called by the scheduler's checks and by check-now.
 */
@NullMarked
package org.mailcontinuity.probe.outbound;

import org.jspecify.annotations.NullMarked;
