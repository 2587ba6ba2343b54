/**
 * What is remembered of each vantage and direction: its clock, its votes, its points and the last rounds of every route.
 * Used by the rules; nothing here decides.
 */
@NullMarked
package org.mailcontinuity.detection.vantage;

import org.jspecify.annotations.NullMarked;
