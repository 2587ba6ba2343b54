/**
 * User names and passwords of the mailboxes that tests are sent from, read from mounted files each time they are
 * needed, so that a rotated secret counts at once. Called by the outbound check.
 */
@NullMarked
package org.mailcontinuity.probe.credential;

import org.jspecify.annotations.NullMarked;
