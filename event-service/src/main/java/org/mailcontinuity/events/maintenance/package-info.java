/**
 * Maintenance windows: when monitors are measured but nothing is raised. Administrators write them; their next occurrences end
 * up in the definitions of the monitors concerned, as do continuity events that were scheduled ahead.
 */
@NullMarked
package org.mailcontinuity.events.maintenance;

import org.jspecify.annotations.NullMarked;
