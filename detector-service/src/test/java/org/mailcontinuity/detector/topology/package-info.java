@NullMarked
package org.mailcontinuity.detector.topology;

import org.jspecify.annotations.NullMarked;
