package org.mailcontinuity.events.monitor;

import java.util.Optional;
import java.util.UUID;

/** Which monitors a list shows; absent = any. */
record MonitorFilter(
        Optional<String> domain, Optional<String> name, Optional<Boolean> enabled, Optional<UUID> policyId) {}
