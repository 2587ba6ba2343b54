/**
 * What is to be told to whom, over which address, and what became of it: one row a delivery, sent by a job that any replica
 * may take over. Called by alert and event, which decide what is due.
 */
@NullMarked
package org.mailcontinuity.notifier.delivery;

import org.jspecify.annotations.NullMarked;
