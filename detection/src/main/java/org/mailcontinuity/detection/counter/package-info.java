/** The rule FAILURE_COUNTER: windows and one counter for all directions. Used by the core as time passes. */
@NullMarked
package org.mailcontinuity.detection.counter;

import org.jspecify.annotations.NullMarked;
