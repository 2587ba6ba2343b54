package org.mailcontinuity.bench.notifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mailcontinuity.testbed.smpp.CentreAnswer;
import org.mailcontinuity.testbed.smpp.CentreMessage;
import org.mailcontinuity.testbed.smpp.ScriptedMessageCentre;

/**
 * A message centre that counts texts: each number is used for one delivery, which arrived when all segments have, and twice
 * when one came twice. A segment that was sent again after its line was cut is such a twin. Looks every 10 ms.
 */
final class TextSink implements AutoCloseable {
    static final String PASSWORD = "password";
    private static final int HEADER = 0x40;
    private static final int SYSTEM_ERROR = 0x08;
    private static final int THROTTLED = 0x58;

    private final ScriptedMessageCentre centre = ScriptedMessageCentre.start(PASSWORD);
    private final Arrivals arrivals;
    private final Map<String, UUID> expected = new ConcurrentHashMap<>();
    private final Map<String, List<Integer>> segments = new ConcurrentHashMap<>();
    private volatile boolean answers = true;
    private volatile boolean open = true;
    private int seen;

    TextSink(Arrivals arrivals) {
        this.arrivals = arrivals;
        Thread.ofPlatform().daemon().start(this::look);
    }

    int port() {
        return centre.port();
    }

    /** What goes to {@code number} is that delivery. */
    void expect(String number, UUID deliveryId) {
        expected.put(number.substring(1), deliveryId);
    }

    void be(Mood mood) {
        answers = mood != Mood.HALF_ACCEPTS;
        centre.bindable(mood != Mood.DOWN);
        centre.answer(
                switch (mood) {
                    case TAKES, DOWN -> new CentreAnswer.Take();
                    case FAILS -> new CentreAnswer.Refuse(SYSTEM_ERROR);
                    case BUSY -> new CentreAnswer.Refuse(THROTTLED);
                    case SILENT -> new CentreAnswer.Silence();
                    case HALF_ACCEPTS -> new CentreAnswer.TakeAndCut();
                });
        if (mood == Mood.DOWN) {
            centre.cut();
        }
    }

    private void look() {
        while (open) {
            List<CentreMessage> all = centre.messages();
            for (; seen < all.size(); seen++) {
                took(all.get(seen));
            }
            Pause.millis(10);
        }
    }

    private void took(CentreMessage message) {
        UUID id = expected.get(message.to());
        if (id == null) {
            return;
        }
        boolean parted = (message.esmClass() & HEADER) != 0;
        int total = parted ? message.octets()[4] : 1;
        int number = parted ? message.octets()[5] : 1;
        List<Integer> had = segments.computeIfAbsent(message.to(), _ -> new ArrayList<>());
        boolean whole = had.stream().distinct().count() == total;
        had.add(number);
        boolean nowWhole = had.stream().distinct().count() == total;
        if (nowWhole && (!whole || had.stream().filter(one -> one == number).count() > 1)) {
            arrivals.took(id, answers);
        }
    }

    @Override
    public void close() {
        open = false;
        centre.close();
    }
}
