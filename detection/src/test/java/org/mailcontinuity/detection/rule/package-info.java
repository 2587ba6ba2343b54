@NullMarked
package org.mailcontinuity.detection.rule;

import org.jspecify.annotations.NullMarked;
