/** Tests of the rule of this package. */
@NullMarked
package org.mailcontinuity.detection.volume;

import org.jspecify.annotations.NullMarked;
