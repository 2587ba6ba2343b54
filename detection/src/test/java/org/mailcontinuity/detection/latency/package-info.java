/** Tests of the rule of this package. */
@NullMarked
package org.mailcontinuity.detection.latency;

import org.jspecify.annotations.NullMarked;
