package org.mailcontinuity.events.portal;

import java.util.function.UnaryOperator;

/** The fields of a form as they came; empty where absent. */
record Form(String form, String action, String duration, String scope, String until, String reason, String users) {
    /** @param field the value of a field by its name, empty where absent */
    static Form read(UnaryOperator<String> field) {
        return new Form(
                field.apply("form"),
                field.apply("action"),
                field.apply("duration"),
                field.apply("scope"),
                field.apply("until"),
                field.apply("reason"),
                field.apply("users"));
    }
}
