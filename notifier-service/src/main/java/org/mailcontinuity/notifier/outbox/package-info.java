/** Messages written in the transaction of the state they tell of, and the one relay that publishes them in order. */
@NullMarked
package org.mailcontinuity.notifier.outbox;

import org.jspecify.annotations.NullMarked;
