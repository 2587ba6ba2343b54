/**
 * An installation's data in one file, and back. Called by the commands {@code backup} and {@code restore}, which see to it
 * that nothing runs meanwhile.
 */
@NullMarked
package org.mailcontinuity.standalone.backup;

import org.jspecify.annotations.NullMarked;
