/** A person and the addresses that reach them: written by the event-service, read by the notifier alone. */
@NullMarked
package org.mailcontinuity.contracts.contact;

import org.jspecify.annotations.NullMarked;
