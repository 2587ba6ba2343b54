/**
 * The words of a notice in the reader's language, by Qute templates. Called by delivery and proof.
 */
@NullMarked
package org.mailcontinuity.notifier.template;

import org.jspecify.annotations.NullMarked;
