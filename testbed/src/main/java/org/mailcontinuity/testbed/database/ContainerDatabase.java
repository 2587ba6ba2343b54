package org.mailcontinuity.testbed.database;

import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL from its published image, for machines that have a Docker engine. */
public final class ContainerDatabase implements Database {
    private static final String IMAGE = "postgres:17-alpine";

    private final PostgreSQLContainer container;

    private ContainerDatabase(PostgreSQLContainer container) {
        this.container = container;
    }

    public static ContainerDatabase start() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE).withUsername(EmbeddedDatabase.SUPERUSER);
        container.start();
        return new ContainerDatabase(container);
    }

    @Override
    public DatabaseAddress address() {
        return new DatabaseAddress(
                container.getHost(), container.getFirstMappedPort(), container.getUsername(), container.getPassword());
    }

    @Override
    public void close() {
        container.stop();
    }
}
