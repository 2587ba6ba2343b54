/** The rule EVIDENCE: points per vantage, their sum, severity, and when it is over. Used by the core at every vote. */
@NullMarked
package org.mailcontinuity.detection.evidence;

import org.jspecify.annotations.NullMarked;
