/** Lists a page at a time, newest first, behind opaque cursors. Called by every resource that lists. */
@NullMarked
package org.mailcontinuity.events.paging;

import org.jspecify.annotations.NullMarked;
