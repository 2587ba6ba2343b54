@NullMarked
package org.mailcontinuity.bench.rule;

import org.jspecify.annotations.NullMarked;
