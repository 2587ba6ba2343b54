/**
 * Why mail does not flow: counts what was seen since the evidence began and puts it into a sentence for an
 * administrator. Used by the core for every report.
 */
@NullMarked
package org.mailcontinuity.detection.cause;

import org.jspecify.annotations.NullMarked;
