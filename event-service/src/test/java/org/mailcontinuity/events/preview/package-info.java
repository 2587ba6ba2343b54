/** Tests of previews. */
@NullMarked
package org.mailcontinuity.events.preview;

import org.jspecify.annotations.NullMarked;
