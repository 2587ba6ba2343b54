/** Tests of previews. */
@NullMarked
package org.mailcontinuity.detector.preview;

import org.jspecify.annotations.NullMarked;
