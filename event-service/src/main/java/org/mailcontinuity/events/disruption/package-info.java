/**
 * Disruptions: what the detector found, with what happened since and what was done about it. Fed by
 * continuity.disruptions; operators answer here.
 */
@NullMarked
package org.mailcontinuity.events.disruption;

import org.jspecify.annotations.NullMarked;
