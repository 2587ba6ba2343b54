/**
 * Signed HTTPS posts to a receiver of the contact's own. Called through
 * {@link org.mailcontinuity.notifier.channel.Channel}.
 */
@NullMarked
package org.mailcontinuity.notifier.channel.webhook;

import org.jspecify.annotations.NullMarked;
