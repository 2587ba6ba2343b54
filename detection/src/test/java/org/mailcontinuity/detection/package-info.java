@NullMarked
package org.mailcontinuity.detection;

import org.jspecify.annotations.NullMarked;
