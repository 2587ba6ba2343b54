/**
 * Continuity mode: which scopes are in it until when, as the union of their active events. Called by the life cycle of
 * events, which switches it, and by clients that ask whether an address is in it.
 */
@NullMarked
package org.mailcontinuity.events.mode;

import org.jspecify.annotations.NullMarked;
