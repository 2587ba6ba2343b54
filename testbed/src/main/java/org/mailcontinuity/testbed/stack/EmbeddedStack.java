package org.mailcontinuity.testbed.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailcontinuity.testbed.broker.TopicCreation;
import org.mailcontinuity.testbed.broker.TopicSpec;
import org.mailcontinuity.testbed.database.DatabaseAddress;

/**
 * Gives a Quarkus test the {@link SharedStack}: sets {@code kafka.bootstrap.servers} and, for the first database named,
 * {@code quarkus.datasource.*}; each further database gets {@code quarkus.datasource.<name>.*}.
 *
 * <p>Arguments: {@code topics} as {@link TopicSpec#parseList} reads them, {@code databases} separated by commas. A test
 * that has its topics as objects extends this class and overrides {@link #topics()}. The broker is always there, the
 * database server only when a database is named.
 */
public class EmbeddedStack implements QuarkusTestResourceLifecycleManager {
    private Map<String, String> arguments = Map.of();

    @Override
    public void init(Map<String, String> initArgs) {
        arguments = Map.copyOf(initArgs);
    }

    /** The topics that exist when the service starts. */
    protected List<TopicSpec> topics() {
        return TopicSpec.parseList(arguments.getOrDefault("topics", ""));
    }

    /** The databases that exist when the service starts. */
    protected List<String> databases() {
        return Arrays.stream(arguments.getOrDefault("databases", "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>();
        String bootstrapServers = SharedStack.bootstrapServers();
        TopicCreation.createMissing(Map.of("bootstrap.servers", bootstrapServers), topics());
        config.put("kafka.bootstrap.servers", bootstrapServers);
        List<String> databases = databases();
        for (int i = 0; i < databases.size(); i++) {
            String name = databases.get(i);
            String prefix = i == 0 ? "quarkus.datasource." : "quarkus.datasource." + name + ".";
            DatabaseAddress address = SharedStack.database();
            address.createDatabase(name);
            config.put(prefix + "jdbc.url", address.jdbcUrl(name));
            config.put(prefix + "username", address.username());
            config.put(prefix + "password", address.password());
        }
        return Map.copyOf(config);
    }

    /** Nothing to stop: broker and database serve every test of this JVM. */
    @Override
    public void stop() {}
}
