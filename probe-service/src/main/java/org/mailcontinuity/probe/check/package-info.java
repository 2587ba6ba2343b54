/**
 * Runs a monitor's checks and turns what they measured into samples: for the schedule, and once and now for a person
 * who asks through the event-service.
 */
@NullMarked
package org.mailcontinuity.probe.check;

import org.jspecify.annotations.NullMarked;
