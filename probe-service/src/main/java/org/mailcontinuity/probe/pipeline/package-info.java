/**
 * The heartbeat of the whole pipeline: a synthetic sample now and then, which the detector and the event-service pass on. Run
 * by the probe.
 */
@NullMarked
package org.mailcontinuity.probe.pipeline;

import org.jspecify.annotations.NullMarked;
