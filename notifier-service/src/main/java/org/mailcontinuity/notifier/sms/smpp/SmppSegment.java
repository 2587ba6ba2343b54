package org.mailcontinuity.notifier.sms.smpp;

import java.io.IOException;
import java.time.Duration;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.SubmitSmResult;
import org.mailcontinuity.notifier.sms.Sms;
import org.mailcontinuity.notifier.sms.SmsText;

/** A segment of an SMS as submit_sm has it (SMPP 3.4, 4.4.1). */
record SmppSegment(SmppSettings centre, Sms sms, int index) {
    private static final byte NORMAL = 0;
    private static final byte NONE = 0;
    private static final int UDHI = 0x40;
    /** Report the end, be it good or bad. */
    private static final int REPORT = 0x01;

    private static final int UCS2 = 0x08;

    SubmitSmResult submitTo(SMPPSession session)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        SmsText text = sms.text();
        SmppSender sender = centre.sender();
        return session.submitShortMessage(
                centre.serviceType(),
                TypeOfNumber.valueOf((byte) sender.ton()),
                NumberingPlanIndicator.valueOf((byte) sender.npi()),
                sender.address(),
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                sms.number(),
                new ESMClass(text.joined() ? UDHI : 0),
                NONE,
                NORMAL,
                null,
                validity(centre.validity()),
                new RegisteredDelivery(REPORT),
                NONE,
                new RawDataCoding((byte) (text.coding() == SmsText.Coding.UCS2 ? UCS2 : 0)),
                NONE,
                text.octets(index, sms.segmentReference()),
                new OptionalParameter.User_message_reference((short) sms.messageReference()));
    }

    /** A period from now on, as SMPP writes it (7.1.1.2). */
    private static String validity(Duration period) {
        return String.format(
                "0000%02d%02d%02d%02d000R",
                period.toDays(), period.toHoursPart(), period.toMinutesPart(), period.toSecondsPart());
    }
}
