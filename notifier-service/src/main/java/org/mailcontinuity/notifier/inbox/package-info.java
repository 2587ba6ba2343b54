/** Messages handled once: their ids are stored in the transaction of their effect. Called by every consumer. */
@NullMarked
package org.mailcontinuity.notifier.inbox;

import org.jspecify.annotations.NullMarked;
