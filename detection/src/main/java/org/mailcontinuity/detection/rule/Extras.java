package org.mailcontinuity.detection.rule;

/**
 * What is done beside the rule that fires.
 *
 * @param confirmations true if other vantages are asked to look at once when one sees a failure
 */
public record Extras(boolean confirmations) {
    /** Nothing beside the rule. */
    public static final Extras NONE = new Extras(false);

    /** The same with or without confirmations. */
    public Extras withConfirmations(boolean asked) {
        return new Extras(asked);
    }
}
