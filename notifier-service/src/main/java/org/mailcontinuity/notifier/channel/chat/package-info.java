/**
 * Rooms where people talk (Slack, Microsoft Teams) and phones that subscribe (ntfy). Called through
 * {@link org.mailcontinuity.notifier.channel.HttpChannel}.
 */
@NullMarked
package org.mailcontinuity.notifier.channel.chat;

import org.jspecify.annotations.NullMarked;
