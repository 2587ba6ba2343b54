package org.mailcontinuity.probe.traffic;

/**
 * Why a line was not taken.
 *
 * @param line its number in the request, from 1
 * @param field the field that breaks the rule; {@code line} for the line as such
 */
record LineError(long line, String field, String rule) {}
