package org.mailcontinuity.testbed.database;

/** A running PostgreSQL server; {@link #close()} ends it. */
public interface Database extends AutoCloseable {
    DatabaseAddress address();

    @Override
    void close();
}
