/**
 * One SMTP dialogue, from the greeting to the last reply that the check wants: a pure state machine
 * ({@link org.mailcontinuity.probe.smtp.SmtpDialogue}) that says what to do next, and the connection that does it
 * under one absolute deadline. Called by the inbound check, the submission check and the self-check.
 */
@NullMarked
package org.mailcontinuity.probe.smtp;

import org.jspecify.annotations.NullMarked;
