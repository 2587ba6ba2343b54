package org.mailcontinuity.events.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.events.trial.Verification.Verdict;

class VerificationTest {
    private static final Instant T0 = Instant.parse("2026-11-24T10:00:00Z");
    private static final UUID CONTACT = new UUID(0, 1);
    private static final UUID ADDRESS = new UUID(0, 2);

    private final Verification sent = Verification.sent(CONTACT, ADDRESS, "012345", T0);

    @Test
    void takesTheCodeUntilItsTimeIsOver() {
        assertThat(sent.check("012345", T0.plus(Verification.LIFE).minusMillis(1)))
                .isEqualTo(new Verdict.Verified());
        assertThat(sent.check("012345", T0.plus(Verification.LIFE))).isEqualTo(new Verdict.Expired());
    }

    @Test
    void takesNoMoreAfterFiveWrongOnes() {
        Verification code = sent;
        for (int left = 4; left >= 0; left--) {
            Verdict verdict = code.check("99999" + left, T0);
            assertThat(verdict).isInstanceOf(Verdict.Wrong.class);
            code = ((Verdict.Wrong) verdict).after();
            assertThat(code.attemptsLeft()).isEqualTo(left);
        }
        assertThat(code.check("012345", T0)).isEqualTo(new Verdict.Exhausted());
    }

    @Test
    void takesNoCodeOfAnotherAddress() {
        Verification other = Verification.sent(CONTACT, new UUID(0, 3), "012345", T0);
        assertThat(other.codeHash()).isNotEqualTo(sent.codeHash()).doesNotContain("012345");
    }

    @Test
    void makesSixDigits() {
        Random random = new Random(3);
        for (int round = 0; round < 1_000; round++) {
            assertThat(Verification.newCode(random)).matches("[0-9]{6}");
        }
    }

    @Test
    void sendsNoSecondCodeWithinAMinute() {
        assertThat(sent.sentJustBefore(T0.plusSeconds(59))).isTrue();
        assertThat(sent.sentJustBefore(T0.plusSeconds(60))).isFalse();
    }
}
