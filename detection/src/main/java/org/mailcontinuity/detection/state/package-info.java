/** The core's whole memory of a monitor, and its compact binary form. Kept by whoever calls the core. */
@NullMarked
package org.mailcontinuity.detection.state;

import org.jspecify.annotations.NullMarked;
