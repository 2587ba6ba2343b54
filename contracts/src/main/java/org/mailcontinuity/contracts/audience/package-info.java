/** Who the members of user groups are: written by the event-service, read by the notifier and the mailbox service. */
@NullMarked
package org.mailcontinuity.contracts.audience;

import org.jspecify.annotations.NullMarked;
