/**
 * The heartbeat of the whole pipeline: a synthetic sample that a probe sends through Kafka, the detector and the
 * event-service, to show that a real one would get through.
 */
@NullMarked
package org.mailcontinuity.contracts.pipeline;

import org.jspecify.annotations.NullMarked;
