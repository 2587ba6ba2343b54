/** What became of each attempt to tell somebody: written by the notifier, read by the event-service. */
@NullMarked
package org.mailcontinuity.contracts.notification;

import org.jspecify.annotations.NullMarked;
