/** Records that a service could not read: to look at, and to hand over again. Called by the command {@code dlq}. */
@NullMarked
package org.mailcontinuity.standalone.deadletter;

import org.jspecify.annotations.NullMarked;
