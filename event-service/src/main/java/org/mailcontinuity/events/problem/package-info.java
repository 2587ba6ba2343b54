/** How the API refuses: one sealed list of refusals, and their form on the wire (RFC 9457). Called by every resource. */
@NullMarked
package org.mailcontinuity.events.problem;

import org.jspecify.annotations.NullMarked;
