@NullMarked
package org.mailcontinuity.detection.vantage;

import org.jspecify.annotations.NullMarked;
