/**
 * What other settings of a monitor would have raised, judged by the detector from recorded samples, line by line while
 * it reads them. Asked by a person who is about to change the settings.
 */
@NullMarked
package org.mailcontinuity.events.preview;

import org.jspecify.annotations.NullMarked;
