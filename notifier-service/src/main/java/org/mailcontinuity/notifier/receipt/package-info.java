/**
 * Receipts: what a carrier tells later about a message it took, such as an SMS's delivery receipt or an email's delivery
 * status notification. Called by whatever hears them; changes the delivery.
 */
@NullMarked
package org.mailcontinuity.notifier.receipt;

import org.jspecify.annotations.NullMarked;
