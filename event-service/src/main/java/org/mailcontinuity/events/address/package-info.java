/** Domains and email addresses as values. Called by every feature that takes them from people. */
@NullMarked
package org.mailcontinuity.events.address;

import org.jspecify.annotations.NullMarked;
