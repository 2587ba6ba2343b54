/**
 * Email through the relays given, in order. Called through {@link org.mailcontinuity.notifier.channel.Channel}.
 */
@NullMarked
package org.mailcontinuity.notifier.channel.email;

import org.jspecify.annotations.NullMarked;
