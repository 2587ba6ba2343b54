/** What was changed, by whom, and from where. Called by every feature that writes, in its own transaction. */
@NullMarked
package org.mailcontinuity.events.audit;

import org.jspecify.annotations.NullMarked;
