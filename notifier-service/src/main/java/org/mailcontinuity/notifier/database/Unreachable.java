package org.mailcontinuity.notifier.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/** Tells an absent database from a fault of ours. */
public final class Unreachable {
    private static final int DEEPEST = 16;

    private Unreachable() {}

    /**
     * Whether {@code failure} comes from a database that is away or going away: SQLSTATE class 08 (connection), 57
     * (shut down, starting), 53 (out of resources), 40 (serialisation, deadlock), or a pool that has no connection to give.
     */
    public static boolean database(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && transientState(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean transientState(SQLException failure) {
        if (failure instanceof SQLTransientException) {
            return true;
        }
        String state = failure.getSQLState();
        if (state == null) {
            return failure.getMessage() != null && failure.getMessage().contains("acquisition timeout");
        }
        return state.startsWith("08") || state.startsWith("57") || state.startsWith("53") || state.startsWith("40");
    }
}
