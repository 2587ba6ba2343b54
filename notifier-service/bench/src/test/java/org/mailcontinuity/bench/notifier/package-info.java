@NullMarked
package org.mailcontinuity.bench.notifier;

import org.jspecify.annotations.NullMarked;
