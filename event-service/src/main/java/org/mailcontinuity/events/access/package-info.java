/** Who may call the API: tokens, roles and rate limits. Called by the HTTP layer before any resource. */
@NullMarked
package org.mailcontinuity.events.access;

import org.jspecify.annotations.NullMarked;
