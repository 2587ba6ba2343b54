@NullMarked
package org.mailcontinuity.detector;

import org.jspecify.annotations.NullMarked;
