/**
 * One HTTP POST to an address that was checked before: the sender under every channel that speaks HTTP.
 */
@NullMarked
package org.mailcontinuity.notifier.channel.http;

import org.jspecify.annotations.NullMarked;
