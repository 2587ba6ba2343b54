/**
 * The detection core: from single observations to findings about mail flow, as pure functions. The detector's stream,
 * replays and previews call {@link org.mailcontinuity.detection.DetectionCore}.
 */
@NullMarked
package org.mailcontinuity.detection;

import org.jspecify.annotations.NullMarked;
