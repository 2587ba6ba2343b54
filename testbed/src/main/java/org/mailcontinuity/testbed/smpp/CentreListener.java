package org.mailcontinuity.testbed.smpp;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** Answers submit_sm as told; no other command is known here. */
final class CentreListener implements ServerMessageReceiverListener {
    private static final int UNKNOWN_COMMAND = 0x03;
    private static final int SYSTEM_ERROR = 0x08;
    private static final int LONGEST_SILENCE_MINUTES = 2;

    private final Function<Submitted, CentreAnswer> centre;

    CentreListener(Function<Submitted, CentreAnswer> centre) {
        this.centre = centre;
    }

    /** A segment handed over, and the id under which it is taken. */
    static final class Submitted {
        private final SubmitSm segment;
        private String id = "";

        Submitted(SubmitSm segment) {
            this.segment = segment;
        }

        String id(String given) {
            id = given;
            return given;
        }

        CentreMessage as(String given) {
            OptionalParameter reference = segment.getOptionalParameter(OptionalParameter.Tag.USER_MESSAGE_REFERENCE);
            return new CentreMessage(
                    given,
                    segment.getSourceAddr(),
                    segment.getSourceAddrTon(),
                    segment.getSourceAddrNpi(),
                    segment.getDestAddress(),
                    segment.getDataCoding(),
                    segment.getEsmClass() & 0xFF,
                    segment.getRegisteredDelivery(),
                    segment.getValidityPeriod(),
                    reference instanceof OptionalParameter.Short number ? number.getValue() & 0xFFFF : -1,
                    segment.getShortMessage());
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm segment, SMPPServerSession source) throws ProcessRequestException {
        Submitted submitted = new Submitted(segment);
        switch (centre.apply(submitted)) {
            case CentreAnswer.Take take -> {}
            case CentreAnswer.Refuse(int status) -> throw new ProcessRequestException("refused", status);
            case CentreAnswer.TakeAndCut takeAndCut -> source.close();
            case CentreAnswer.Silence silence -> keepSilent(source);
        }
        try {
            return new SubmitSmResult(new MessageId(submitted.id), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new ProcessRequestException("the id is too long", SYSTEM_ERROR, e);
        }
    }

    private static void keepSilent(SMPPServerSession source) throws ProcessRequestException {
        CountDownLatch closed = new CountDownLatch(1);
        source.addSessionStateListener((now, before, session) -> {
            if (!now.isBound()) {
                closed.countDown();
            }
        });
        try {
            boolean over = closed.await(LONGEST_SILENCE_MINUTES, TimeUnit.MINUTES);
            throw new ProcessRequestException("silence, over: " + over, SYSTEM_ERROR);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessRequestException("stopped", SYSTEM_ERROR, e);
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti command, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm command, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm command, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelSm(CancelSm command, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm command, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm command, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm command, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm command, Session source) throws ProcessRequestException {
        throw unknown();
    }

    private static ProcessRequestException unknown() {
        return new ProcessRequestException("not known here", UNKNOWN_COMMAND);
    }
}
