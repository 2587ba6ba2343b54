package org.mailcontinuity.events.portal;

/** The fields of a form as they came; empty where absent. */
record Form(String form, String action, String duration, String scope, String until, String reason) {}
