/**
 * SMS: the text in as few segments as it needs, handed to providers in order, and the receipts that come back. Called through
 * {@link org.mailcontinuity.notifier.channel.Channel}; {@code smpp} and {@code gateway} are the two kinds of provider.
 */
@NullMarked
package org.mailcontinuity.notifier.sms;

import org.jspecify.annotations.NullMarked;
