package org.mailcontinuity.detector.preview;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.detector.access.Access;
import org.mailcontinuity.detector.access.ServiceTokens;
import org.mailcontinuity.detector.problem.Problem;
import org.mailcontinuity.detector.problem.ProblemException;

/**
 * Previews, for the event-service only. The answer is written line by line while the samples are read; when the caller
 * goes, the reading ends.
 */
@Path("/api/v1/previews")
public class PreviewResource {
    private static final Logger LOG = Logger.getLogger(PreviewResource.class);
    private static final String LINES = "application/x-ndjson";

    private final PreviewDesk desk;
    private final ServiceTokens tokens;
    private final Map<String, Object> broker;
    private final PreviewMetrics metrics;
    private final InstantSource clock;

    PreviewResource(
            PreviewDesk desk,
            PreviewMetrics metrics,
            ServiceTokens tokens,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            InstantSource clock) {
        this.desk = desk;
        this.metrics = metrics;
        this.tokens = tokens;
        this.broker = Map.copyOf(broker);
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({LINES, MediaType.APPLICATION_JSON})
    @RunOnVirtualThread
    public Response preview(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context HttpServerResponse connection,
            byte[] body) {
        if (tokens.check(Optional.ofNullable(authorization)) instanceof Access.Denied(String why)) {
            throw new ProblemException(Problem.unauthorized(why));
        }
        PreviewRequest request = PreviewRequest.read(body);
        PreviewDesk.Place place = desk.take().orElseThrow(() -> new ProblemException(Problem.busy()));
        try {
            Preview.Recording recording = RecordingConnection.open(broker, request);
            StreamingOutput lines = out -> stream(new Answer(out, connection), request, recording, place);
            return Response.ok(lines, LINES).header("X-Accel-Buffering", "no").build();
        } catch (KafkaException e) {
            place.close();
            LOG.warnf("samples cannot be read cause=%s", e.getMessage());
            throw new ProblemException(Problem.brokerAway());
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
    }

    private void stream(Answer answer, PreviewRequest request, Preview.Recording recording, PreviewDesk.Place place)
            throws IOException {
        try (place;
                recording) {
            metrics.ended(new Preview(request, answer, clock)
                    .run(recording, clock.instant().plus(desk.timeLimit())));
        } catch (KafkaException e) {
            metrics.ended(Preview.End.FAILED);
            LOG.warnf("samples cannot be read on cause=%s", e.getMessage());
            answer.line(PreviewLine.failure("Kafka does not answer any more"));
        } catch (IOException e) {
            metrics.ended(Preview.End.ABANDONED); // the caller has gone while a line was written
        }
    }

    /** The answer on its way; a caller who closes the connection is noticed between two lines. */
    private static final class Answer implements Preview.Listener {
        private final OutputStream out;
        private final HttpServerResponse connection;

        Answer(OutputStream out, HttpServerResponse connection) {
            this.out = out;
            this.connection = connection;
        }

        @Override
        public boolean listens() {
            return !connection.closed();
        }

        @Override
        public void line(String line) throws IOException {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
