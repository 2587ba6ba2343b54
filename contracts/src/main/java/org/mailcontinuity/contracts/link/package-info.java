/** The signed link by which an alert's reader opens its portal page: made by the notifier, checked by the event-service. */
@NullMarked
package org.mailcontinuity.contracts.link;

import org.jspecify.annotations.NullMarked;
