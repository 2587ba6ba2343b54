/**
 * Tries a contact's addresses: a test over each, and a code by which a person proves that an address is theirs. The notifier
 * sends both. Called by administrators.
 */
@NullMarked
package org.mailcontinuity.events.trial;

import org.jspecify.annotations.NullMarked;
