/** Turns the core's findings into messages about disruptions. Called by the watch. */
@NullMarked
package org.mailcontinuity.detector.disruption;

import org.jspecify.annotations.NullMarked;
