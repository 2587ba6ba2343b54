/** Notices of the start and the end of continuity events. Reads continuity.events; what is due goes to delivery. */
@NullMarked
package org.mailcontinuity.notifier.event;

import org.jspecify.annotations.NullMarked;
