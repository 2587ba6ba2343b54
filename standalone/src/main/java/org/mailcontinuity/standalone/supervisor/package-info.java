/**
 * Starts, watches, restarts and stops the processes of an installation; the journeys drive it in their own JVM, {@code up} in a process of its own.
 */
@NullMarked
package org.mailcontinuity.standalone.supervisor;

import org.jspecify.annotations.NullMarked;
