package org.mailcontinuity.notifier.sms.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.PDUReader;
import org.jsmpp.bean.Command;

/**
 * Reads PDUs, and no longer ones than SMPP needs: a length of others is not memory of ours. Keeps why a bind was refused,
 * which is lost where the centre closes the line at once.
 */
final class BoundedPduReader implements PDUReader {
    /** A message_payload of 64 KiB, and what stands around it. */
    private static final int LONGEST = 70_000;

    /** The answers to bind_receiver, bind_transmitter and bind_transceiver. */
    private static final Set<Integer> BIND_ANSWERS = Set.of(0x80000001, 0x80000002, 0x80000009);

    private final PDUReader reader = new DefaultPDUReader();
    private final AtomicInteger refusal = new AtomicInteger();

    /** The command status with which the centre refused the bind. */
    OptionalInt refusal() {
        int status = refusal.get();
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    @Override
    public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
        Command header = reader.readPDUHeader(in);
        if (header.getCommandLength() > LONGEST) {
            throw new IOException("a PDU of " + header.getCommandLength() + " octets is too long");
        }
        if (BIND_ANSWERS.contains(header.getCommandId())) {
            refusal.set(header.getCommandStatus());
        }
        return header;
    }

    @Override
    public byte[] readPDU(DataInputStream in, Command header) throws IOException {
        return reader.readPDU(in, header);
    }

    @Override
    public byte[] readPDU(DataInputStream in, int length, int id, int status, int sequence) throws IOException {
        return reader.readPDU(in, length, id, status, sequence);
    }
}
