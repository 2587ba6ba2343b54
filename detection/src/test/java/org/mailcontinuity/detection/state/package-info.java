@NullMarked
package org.mailcontinuity.detection.state;

import org.jspecify.annotations.NullMarked;
