/** A fake DNS server whose answers and failures tests choose; the probe is pointed at it. */
@NullMarked
package org.mailcontinuity.testbed.dns;

import org.jspecify.annotations.NullMarked;
