package org.mailcontinuity.notifier.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierIdTest {

    /** What the centre said when it took the segment, and what its receipt says. */
    @ParameterizedTest
    @CsvSource({
        "a5f00001, A5F00001", "a5f00001, 2783969281", "2783969281, a5f00001", "2783969281, A5F00001", "000123, 123",
        "123, 0000000123", "7b, 0000000123", "0, 0", "00, 0", "msg-77.x, MSG-77.X"
    })
    void formsMeet(String taken, String told) {
        assertThat(CarrierId.forms(told)).contains(CarrierId.plain(taken));
    }

    @ParameterizedTest
    @CsvSource({"abc, abd", "12, 13", "0x1f, 31", "g1, 1"})
    void othersDoNot(String taken, String told) {
        assertThat(CarrierId.forms(told)).doesNotContain(CarrierId.plain(taken));
    }
}
