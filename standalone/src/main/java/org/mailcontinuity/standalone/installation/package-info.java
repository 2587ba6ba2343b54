/**
 * Where an installation lives on this machine: its folders and its ports. Everything else here asks it.
 */
@NullMarked
package org.mailcontinuity.standalone.installation;

import org.jspecify.annotations.NullMarked;
