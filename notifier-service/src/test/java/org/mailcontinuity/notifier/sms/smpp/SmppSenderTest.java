package org.mailcontinuity.notifier.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmppSenderTest {

    @ParameterizedTest
    @CsvSource({
        "+436641234567, 436641234567, 1, 1",
        "82828, 82828, 3, 0",
        "Continuity, Continuity, 5, 0",
        "Mail-Alarm, Mail-Alarm, 5, 0"
    })
    void formSaysTheType(String sender, String address, int ton, int npi) {
        assertThat(SmppSender.of(Optional.of(sender), Optional.empty(), Optional.empty()))
                .isEqualTo(new SmppSender(address, ton, npi));
    }

    @Test
    void operatorMaySayOtherwise() {
        assertThat(SmppSender.of(Optional.of("82828"), Optional.of(6), Optional.of(1)))
                .isEqualTo(new SmppSender("82828", 6, 1));
        assertThat(SmppSender.of(Optional.empty(), Optional.empty(), Optional.empty()))
                .isEqualTo(new SmppSender("", 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "twelve chars", "+12", "Ümlaut", "a\nb", "123456789"})
    void othersAreRefused(String sender) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmppSender.of(Optional.of(sender), Optional.empty(), Optional.empty()));
    }
}
