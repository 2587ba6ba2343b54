/**
 * The signed link that opens an alert's portal page for one contact. Called by delivery for each notice it sends.
 */
@NullMarked
package org.mailcontinuity.notifier.link;

import org.jspecify.annotations.NullMarked;
