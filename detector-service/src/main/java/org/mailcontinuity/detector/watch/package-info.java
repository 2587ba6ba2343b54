/** All that happens to one watched monitor, as pure functions: definition, sample, time, deletion. Called by the topology. */
@NullMarked
package org.mailcontinuity.detector.watch;

import org.jspecify.annotations.NullMarked;
