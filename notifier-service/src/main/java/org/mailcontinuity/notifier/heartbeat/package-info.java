/**
 * A sign of life to a dead-man's switch outside, which raises the alarm when it does not come: sent while the whole pipeline
 * works. Called by the scheduler; alerts' consumer tells it when the pipeline was seen to work.
 */
@NullMarked
package org.mailcontinuity.notifier.heartbeat;

import org.jspecify.annotations.NullMarked;
