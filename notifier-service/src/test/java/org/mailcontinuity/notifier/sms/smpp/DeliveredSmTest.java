package org.mailcontinuity.notifier.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.notifier.sms.SmsHeard;

class DeliveredSmTest {

    /** The text of a receipt as the specification's appendix B has it, and as centres write it. */
    @ParameterizedTest
    @CsvSource({
        "id:0123456789 sub:001 dlvrd:001 submit date:0811240000 done date:0811240001 stat:DELIVRD err:000 text:hi, 0123456789, ARRIVED",
        "id:7220bb6bd0be98fa sub:000 dlvrd:000 submit date:0610190851 done date:0610190951 stat:DELIVRD err:0 text: DLVRD TO MOBILE, 7220bb6bd0be98fa, ARRIVED",
        "ID:abc SUB:1 STAT:delivrd ERR:0, abc, ARRIVED",
        "id:a_b@c-1 stat:EXPIRED err:001, a_b@c-1, LOST",
        "id:1 stat:UNDELIV err:027, 1, LOST",
        "id:1 stat:REJECTD, 1, LOST",
        "id:1 stat:DELETED, 1, LOST",
        "id:1 stat:ACCEPTD, 1, UNDER_WAY",
        "id:1 stat:ENROUTE, 1, UNDER_WAY",
        "id:1 stat:UNKNOWN, 1, UNDER_WAY",
        "id:1 stat:SOMETHING, 1, UNDER_WAY",
        "id:1, 1, UNDER_WAY"
    })
    void readsTheTextOfAReceipt(String text, String id, SmsHeard.Fate fate) {
        assertThat(DeliveredSm.read("p", sm(0x04, 0, text))).isInstanceOfSatisfying(SmsHeard.Report.class, report -> {
            assertThat(report.carrierId()).isEqualTo(id);
            assertThat(report.fate()).isEqualTo(fate);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1, UNDER_WAY",
        "2, ARRIVED",
        "3, LOST",
        "4, LOST",
        "5, LOST",
        "6, UNDER_WAY",
        "7, UNDER_WAY",
        "8, LOST",
        "99, UNDER_WAY"
    })
    void parametersComeBeforeTheText(byte state, SmsHeard.Fate fate) {
        DeliverSm message = sm(0x04, 0, "id:other stat:ENROUTE");
        message.setOptionalParameters(
                new OptionalParameter.Receipted_message_id("AbC-1"), new OptionalParameter.Message_state(state));
        assertThat(DeliveredSm.read("p", message)).isInstanceOfSatisfying(SmsHeard.Report.class, report -> {
            assertThat(report.carrierId()).isEqualTo("AbC-1");
            assertThat(report.fate()).isEqualTo(fate);
        });
    }

    @Test
    void receiptInThePayloadOrWithoutItsMarkIsARceiptToo() {
        DeliverSm payload = sm(0x04, 0, "");
        payload.setOptionalParameters(
                new OptionalParameter.Message_payload("id:5 stat:DELIVRD".getBytes(StandardCharsets.US_ASCII)));
        assertThat(DeliveredSm.read("p", payload)).isInstanceOf(SmsHeard.Report.class);
        assertThat(DeliveredSm.read("p", sm(0, 0, "id:5 sub:001 stat:DELIVRD"))).isInstanceOf(SmsHeard.Report.class);
    }

    @Test
    void intermediateNotificationIsNothingFinal() {
        assertThat(DeliveredSm.read("p", sm(0x20, 0, "id:5 stat:UNDELIV")))
                .isInstanceOfSatisfying(
                        SmsHeard.Report.class,
                        report -> assertThat(report.fate()).isEqualTo(SmsHeard.Fate.UNDER_WAY));
    }

    @Test
    void textsAreReadInTheirCoding() {
        DeliverSm ucs2 = sm(0, 8, "");
        ucs2.setShortMessage("ACK 4711 ж".getBytes(StandardCharsets.UTF_16BE));
        assertThat(DeliveredSm.read("p", ucs2))
                .isEqualTo(new SmsHeard.Text("p", "436641234567", "12345", "ACK 4711 ж"));
        DeliverSm latin = sm(0, 3, "");
        latin.setShortMessage("für".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(DeliveredSm.read("p", latin)).isEqualTo(new SmsHeard.Text("p", "436641234567", "12345", "für"));
        DeliverSm joined = sm(0x40, 0, "");
        joined.setShortMessage(new byte[] {5, 0, 3, 1, 2, 1, 'A', 'C', 'K'});
        assertThat(DeliveredSm.read("p", joined)).isEqualTo(new SmsHeard.Text("p", "436641234567", "12345", "ACK"));
    }

    @Test
    void anyOctetsAreRead() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] octets = new byte[random.nextInt(80)];
            random.nextBytes(octets);
            DeliverSm message = sm(random.nextInt(256), random.nextInt(256), "");
            message.setShortMessage(octets);
            assertThat(DeliveredSm.read("p", message)).isNotNull();
        }
    }

    private static DeliverSm sm(int esmClass, int dataCoding, String text) {
        DeliverSm message = new DeliverSm();
        message.setSourceAddr("436641234567");
        message.setDestAddress("12345");
        message.setEsmClass((byte) esmClass);
        message.setDataCoding((byte) dataCoding);
        message.setShortMessage(text.getBytes(StandardCharsets.US_ASCII));
        message.setOptionalParameters();
        return message;
    }
}
