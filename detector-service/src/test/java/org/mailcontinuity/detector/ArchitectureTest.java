package org.mailcontinuity.detector;

import org.junit.jupiter.api.Test;
import org.mailcontinuity.testbed.architecture.ServiceArchitecture;

class ArchitectureTest {

    @Test
    void theServiceIsBuiltAsAgreed() {
        ServiceArchitecture.check("detector");
    }
}
