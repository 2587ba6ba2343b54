package org.mailcontinuity.notifier;

import org.junit.jupiter.api.Test;
import org.mailcontinuity.testbed.architecture.ServiceArchitecture;

class ArchitectureTest {
    @Test
    void keepsToTheRulesOfStructure() {
        ServiceArchitecture.check("notifier");
    }
}
