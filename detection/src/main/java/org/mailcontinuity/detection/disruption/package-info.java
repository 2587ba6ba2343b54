/**
 * What the core finds: the life of a disruption as the core knows it, and the findings it tells. Made by the core, read
 * by whoever publishes, prints or draws them.
 */
@NullMarked
package org.mailcontinuity.detection.disruption;

import org.jspecify.annotations.NullMarked;
