/**
 * The demo's set-up through the public API, and its remote control. {@code up --demo} and {@code demo} call it.
 */
@NullMarked
package org.mailcontinuity.standalone.demo;

import org.jspecify.annotations.NullMarked;
