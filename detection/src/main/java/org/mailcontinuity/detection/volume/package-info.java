/**
 * The rule VOLUME: silence against the volume of real mail that was learned. Called by the core for every TRAFFIC
 * observation and as time passes.
 */
@NullMarked
package org.mailcontinuity.detection.volume;

import org.jspecify.annotations.NullMarked;
