package org.mailcontinuity.events.problem;

/**
 * A value that breaks a rule.
 *
 * @param field the path of the value in the request, such as {@code scope.userGroups[0]}
 * @param rule the rule as a stable word, such as {@code SIZE}
 * @param message the rule as a sentence
 */
public record Violation(String field, String rule, String message) {}
