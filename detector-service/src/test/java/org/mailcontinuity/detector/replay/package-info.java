@NullMarked
package org.mailcontinuity.detector.replay;

import org.jspecify.annotations.NullMarked;
