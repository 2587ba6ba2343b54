package org.mailcontinuity.standalone.service;

import java.util.Map;
import org.mailcontinuity.standalone.installation.Port;

/**
 * A service and what it is started with.
 *
 * @param name also the name of its module
 * @param management where it tells its health
 * @param configuration its Quarkus configuration
 */
public record ServicePlan(String name, Port management, Map<String, String> configuration) {
    public ServicePlan {
        configuration = Map.copyOf(configuration);
    }
}
