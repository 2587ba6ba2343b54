package org.mailcontinuity.notifier.sms.smpp;

import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.mailcontinuity.notifier.sms.SmsHeard;

/** Takes what a centre sends to us. What cannot be kept now is refused for now, so that the centre sends it again. */
final class SmppListener implements MessageReceiverListener {
    private static final Logger LOG = Logger.getLogger(SmppListener.class);
    private static final int TEMPORARY = 0x64;
    private static final int UNKNOWN_COMMAND = 0x03;

    private final String provider;
    private final Consumer<SmsHeard> heard;

    SmppListener(String provider, Consumer<SmsHeard> heard) {
        this.provider = provider;
        this.heard = heard;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        try {
            heard.accept(DeliveredSm.read(provider, message));
        } catch (RuntimeException e) {
            LOG.warnf("message of a centre cannot be kept now provider=%s cause=%s", provider, e.getMessage());
            throw new ProcessRequestException("not now", TEMPORARY, e);
        }
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not spoken here", UNKNOWN_COMMAND);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
        // That a phone is reachable again changes nothing: the centre itself tries again.
    }
}
