/** Errors of the REST interface as RFC 9457 problems. Used by the resources. */
@NullMarked
package org.mailcontinuity.detector.problem;

import org.jspecify.annotations.NullMarked;
