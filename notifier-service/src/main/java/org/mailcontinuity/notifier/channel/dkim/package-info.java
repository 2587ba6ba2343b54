/** Signatures by which a receiver can tell that our domain sent an email (RFC 6376, RFC 8463). Called by the email channel. */
@NullMarked
package org.mailcontinuity.notifier.channel.dkim;

import org.jspecify.annotations.NullMarked;
