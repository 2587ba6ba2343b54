/**
 * What contacts want done about an alert, written as a short text: the notifier reads the text, the event-service does it and
 * says what came of it, and the notifier tells the contact.
 */
@NullMarked
package org.mailcontinuity.contracts.reply;

import org.jspecify.annotations.NullMarked;
