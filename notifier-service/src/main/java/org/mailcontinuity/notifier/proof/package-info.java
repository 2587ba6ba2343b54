/** Test messages: proof that a person's addresses work, asked for by the event-service. */
@NullMarked
package org.mailcontinuity.notifier.proof;

import org.jspecify.annotations.NullMarked;
