/**
 * Follows log files as they grow, over rotation and restart, each line once. Called by the agent, which keeps the
 * positions on disk.
 */
@NullMarked
package org.mailcontinuity.probe.follow;

import org.jspecify.annotations.NullMarked;
