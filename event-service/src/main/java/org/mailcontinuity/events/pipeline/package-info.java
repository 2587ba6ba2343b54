/**
 * The heartbeat of the whole pipeline, as far as this service: a synthetic sample came through Kafka and the detector.
 * Called by the feature window, which reads the detector's judgements.
 */
@NullMarked
package org.mailcontinuity.events.pipeline;

import org.jspecify.annotations.NullMarked;
