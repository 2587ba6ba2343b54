@NullMarked
package org.mailcontinuity.bench.detection;

import org.jspecify.annotations.NullMarked;
