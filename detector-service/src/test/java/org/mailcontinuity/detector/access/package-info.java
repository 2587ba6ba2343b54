/** Tests of who may call. */
@NullMarked
package org.mailcontinuity.detector.access;

import org.jspecify.annotations.NullMarked;
