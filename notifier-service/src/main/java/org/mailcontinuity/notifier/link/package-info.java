/**
 * The ways to answer a notice: the signed link that opens an alert's portal page for one contact, and the code by which the
 * contact names the alert in an SMS. Called by delivery for each notice it sends.
 */
@NullMarked
package org.mailcontinuity.notifier.link;

import org.jspecify.annotations.NullMarked;
