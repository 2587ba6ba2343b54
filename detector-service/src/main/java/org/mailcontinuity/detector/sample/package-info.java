/** Reads a sample as an observation of the detection core. Called by the watch for every sample. */
@NullMarked
package org.mailcontinuity.detector.sample;

import org.jspecify.annotations.NullMarked;
