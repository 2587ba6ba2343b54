/**
 * What other settings would have found in the samples that Kafka has of a monitor. Called by the event-service, for a
 * person who is about to change them.
 */
@NullMarked
package org.mailcontinuity.detector.preview;

import org.jspecify.annotations.NullMarked;
