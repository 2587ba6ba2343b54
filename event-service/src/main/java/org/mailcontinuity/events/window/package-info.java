/**
 * Windows: the detector's judgements, kept for charts and for the question how mail flows now. Fed by
 * continuity.windows; read by the API, the overview and the alert's page.
 */
@NullMarked
package org.mailcontinuity.events.window;

import org.jspecify.annotations.NullMarked;
