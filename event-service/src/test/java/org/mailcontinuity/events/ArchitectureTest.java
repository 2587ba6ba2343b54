package org.mailcontinuity.events;

import org.junit.jupiter.api.Test;
import org.mailcontinuity.testbed.architecture.ServiceArchitecture;

class ArchitectureTest {
    @Test
    void obeysTheRulesOfStructure() {
        ServiceArchitecture.check("events");
    }
}
