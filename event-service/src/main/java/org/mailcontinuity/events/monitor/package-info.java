/**
 * Monitors: what is watched and how. Administrators write them; every change is published, so that probes and the
 * detector follow. Windows, samples and a check at once are shown here too.
 */
@NullMarked
package org.mailcontinuity.events.monitor;

import org.jspecify.annotations.NullMarked;
