/**
 * The subcommands of {@code ./continuity}, one class each.
 */
@NullMarked
package org.mailcontinuity.standalone.command;

import org.jspecify.annotations.NullMarked;
