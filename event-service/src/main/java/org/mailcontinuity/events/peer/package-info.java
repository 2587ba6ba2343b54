/** Calls to other services, which know this one by a token that it signs. Called by the features check,
 * notice, preview and trial. */
@NullMarked
package org.mailcontinuity.events.peer;

import org.jspecify.annotations.NullMarked;
