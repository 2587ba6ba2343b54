/**
 * The console: for now one page that answers whether mail flows, behind a sign-in by API token. Reached by people with a
 * browser; shows, but changes nothing.
 */
@NullMarked
package org.mailcontinuity.events.console;

import org.jspecify.annotations.NullMarked;
