/**
 * The inbound check: would a message from the world get to this organisation right now, over each of its routes?
 * Called by the scheduler's checks and by check-now.
 */
@NullMarked
package org.mailcontinuity.probe.inbound;

import org.jspecify.annotations.NullMarked;
