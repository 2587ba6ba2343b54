package org.mailcontinuity.contracts;

/** A value that a contract refuses. Its message names the field, the rule and the value seen. */
public final class ContractViolation extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_VALUE = 100;

    private final String field;
    private final String rule;
    private final String seen;

    public ContractViolation(String field, String rule, Object seen) {
        this.field = field;
        this.rule = rule;
        this.seen = shortened(seen.toString());
    }

    public String field() {
        return field;
    }

    public String rule() {
        return rule;
    }

    /** Field, rule and value seen. */
    public String sentence() {
        return field + " " + rule + ", but is: " + seen;
    }

    @Override
    public String getMessage() {
        return sentence();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
