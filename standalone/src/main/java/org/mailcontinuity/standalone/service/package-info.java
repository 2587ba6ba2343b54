/**
 * What each of the four services is started with. The supervisor calls it.
 */
@NullMarked
package org.mailcontinuity.standalone.service;

import org.jspecify.annotations.NullMarked;
