package org.mailcontinuity.standalone.service;

import java.util.Map;

/**
 * A process of a service and what it is started with.
 *
 * @param name its own
 * @param module the service's, whose program it runs
 * @param managementPort where it tells its health
 * @param heap its largest, as {@code -Xmx} takes it
 * @param configuration its Quarkus configuration
 */
public record ServicePlan(
        String name, String module, int managementPort, String heap, Map<String, String> configuration) {
    public ServicePlan {
        configuration = Map.copyOf(configuration);
    }
}
