/** One finished check, as a probe saw it: written by the probe-service, read by the detector and by anyone. */
@NullMarked
package org.mailcontinuity.contracts.sample;

import org.jspecify.annotations.NullMarked;
