/** What is watched, and how: the definition of a monitor, written by the event-service, read by probes and detector. */
@NullMarked
package org.mailcontinuity.contracts.monitor;

import org.jspecify.annotations.NullMarked;
