/**
 * What happened to a monitor of late, in event order: the inputs of a fold. Written by the core when something happens,
 * read again when something comes late.
 */
@NullMarked
package org.mailcontinuity.detection.history;

import org.jspecify.annotations.NullMarked;
