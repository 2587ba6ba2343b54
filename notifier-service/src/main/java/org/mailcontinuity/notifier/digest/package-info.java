/**
 * Many messages to one address told in one: "7 more alerts". Called by the scheduler, for what delivery holds.
 */
@NullMarked
package org.mailcontinuity.notifier.digest;

import org.jspecify.annotations.NullMarked;
