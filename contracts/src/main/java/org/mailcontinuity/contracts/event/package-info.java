/** Continuity events: written by the event-service at each transition, whole state each time. */
@NullMarked
package org.mailcontinuity.contracts.event;

import org.jspecify.annotations.NullMarked;
