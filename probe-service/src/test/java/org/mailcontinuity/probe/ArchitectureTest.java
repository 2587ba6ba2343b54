package org.mailcontinuity.probe;

import org.junit.jupiter.api.Test;
import org.mailcontinuity.testbed.architecture.ServiceArchitecture;

class ArchitectureTest {
    @Test
    void keepsToTheRulesOfStructure() {
        ServiceArchitecture.check("probe");
    }
}
