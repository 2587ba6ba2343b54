/** Journeys: what a person lives through, with all the packaged services, on one stack started once for all of them. */
@NullMarked
package org.mailcontinuity.standalone.journey;

import org.jspecify.annotations.NullMarked;
