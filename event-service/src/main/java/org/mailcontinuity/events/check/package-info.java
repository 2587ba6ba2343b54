/** A check of a monitor at once, run by the probe when somebody asks; it is shown, but never votes. */
@NullMarked
package org.mailcontinuity.events.check;

import org.jspecify.annotations.NullMarked;
