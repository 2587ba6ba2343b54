/**
 * Answers by SMS: somebody who got an alert writes {@code ACK 4711} and is told what came of it. Hears the texts that SMS
 * providers hand in, publishes what is to be done, and hears from the alerts' topic what was.
 */
@NullMarked
package org.mailcontinuity.notifier.reply;

import org.jspecify.annotations.NullMarked;
