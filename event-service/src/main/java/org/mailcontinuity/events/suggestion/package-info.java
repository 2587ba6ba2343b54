/**
 * Looks at a domain's public DNS and proposes a monitor for it. Called by administrators who set up their first
 * monitor; changes nothing.
 */
@NullMarked
package org.mailcontinuity.events.suggestion;

import org.jspecify.annotations.NullMarked;
