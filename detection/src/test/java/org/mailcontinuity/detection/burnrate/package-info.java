/** Tests of the rule of this package. */
@NullMarked
package org.mailcontinuity.detection.burnrate;

import org.jspecify.annotations.NullMarked;
