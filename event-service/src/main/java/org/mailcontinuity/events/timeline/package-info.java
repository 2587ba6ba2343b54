/** What happened to a disruption and what was done about it, in order. Written by whoever does it; shown to people. */
@NullMarked
package org.mailcontinuity.events.timeline;

import org.jspecify.annotations.NullMarked;
