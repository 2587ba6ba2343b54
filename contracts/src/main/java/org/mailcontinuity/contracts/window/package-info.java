/** The judgement of one monitor and direction over one window: what a chart needs. */
@NullMarked
package org.mailcontinuity.contracts.window;

import org.jspecify.annotations.NullMarked;
