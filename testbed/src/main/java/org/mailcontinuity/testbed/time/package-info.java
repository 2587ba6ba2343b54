/** Time as tests need it: it passes when they say so. */
@NullMarked
package org.mailcontinuity.testbed.time;

import org.jspecify.annotations.NullMarked;
