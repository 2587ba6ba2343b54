@NullMarked
package org.mailcontinuity.detection.evidence;

import org.jspecify.annotations.NullMarked;
