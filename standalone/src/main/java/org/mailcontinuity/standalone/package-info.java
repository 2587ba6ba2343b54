/**
 * The one-machine run: the command line of {@code ./continuity}.
 */
@NullMarked
package org.mailcontinuity.standalone;

import org.jspecify.annotations.NullMarked;
