@NullMarked
package org.mailcontinuity.detection.cause;

import org.jspecify.annotations.NullMarked;
