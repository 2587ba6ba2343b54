/**
 * The published language of Continuity: one record per message, the names of the topics, and the codec that turns
 * the one into the other. Every service depends on it, and so may any program that reads the topics.
 */
@NullMarked
package org.mailcontinuity.contracts;

import org.jspecify.annotations.NullMarked;
