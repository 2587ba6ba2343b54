package org.mailcontinuity.events.stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.events.signal.Signals;

/** Server-sent events. Each reader has a virtual thread, which waits for the stream to grow and for the reader to read. */
@Path("/api/v1/stream")
@Tag(name = "stream", description = "What happens, as it happens (server-sent events)")
@RolesAllowed("viewer")
@Singleton
class StreamResource {
    private static final int BATCH = 200;
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
    private static final long ONE_MORE_LOOK_MILLIS = 5_000;

    private final StreamRepository entries;
    private final Signals signals;

    StreamResource(StreamRepository entries, Signals signals) {
        this.entries = entries;
        this.signals = signals;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RunOnVirtualThread
    @Operation(
            summary = "Follow what happens",
            description =
                    "Types: disruption, event, alert, mode, window; choose with types=event,mode. The data is the message"
                            + " of the topic of the same name. Last-Event-ID resumes; where entries are gone, one of type"
                            + " reset says so: read the resources anew.")
    public void follow(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @RestQuery @Nullable String types,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Semaphore wake = new Semaphore(0);
        Runnable deaf = signals.listen(Signals.Channel.STREAM, payload -> wake.release());
        try (SseEventSink open = sink) {
            StreamPosition position = position(number(lastEventId));
            greet(position, open, sse);
            serve(position.last(), wanted(types), wake, open, sse);
        } catch (CompletionException e) {
            // The reader has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            deaf.run();
        }
    }

    private static void greet(StreamPosition position, SseEventSink sink, Sse sse) {
        OutboundSseEvent.Builder greeting = sse.newEventBuilder().id(Long.toString(position.last()));
        send(
                sink,
                switch (position) {
                    case StreamPosition.Resumed resumed ->
                        greeting.comment("here").build();
                    case StreamPosition.Reset reset ->
                        greeting.name("reset").data("{}").build();
                });
    }

    private void serve(long position, Optional<Set<String>> types, Semaphore wake, SseEventSink sink, Sse sse)
            throws InterruptedException {
        long last = position;
        long silentMillis = 0;
        while (!signals.closed() && !sink.isClosed()) {
            wake.drainPermits();
            long from = last;
            List<StreamEntry> news = QuarkusTransaction.requiringNew().call(() -> entries.after(from, BATCH));
            for (StreamEntry entry : news) {
                if (types.isEmpty() || types.get().contains(entry.type())) {
                    send(sink, event(entry, sse));
                    silentMillis = 0;
                }
                last = entry.id();
            }
            if (news.size() < BATCH && !wake.tryAcquire(ONE_MORE_LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                silentMillis += ONE_MORE_LOOK_MILLIS;
            }
            if (silentMillis >= SIGN_OF_LIFE.toMillis()) {
                send(sink, sse.newEventBuilder().comment("still here").build());
                silentMillis = 0;
            }
        }
    }

    private StreamPosition position(Optional<Long> known) {
        return QuarkusTransaction.requiringNew()
                .call(() -> StreamPosition.of(known, entries.oldest(), entries.newest()));
    }

    private static OutboundSseEvent event(StreamEntry entry, Sse sse) {
        return sse.newEventBuilder()
                .id(Long.toString(entry.id()))
                .name(entry.type())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, entry.body())
                .build();
    }

    private static void send(SseEventSink sink, OutboundSseEvent event) {
        sink.send(event).toCompletableFuture().join();
    }

    private static Optional<Long> number(@Nullable String lastEventId) {
        return lastEventId != null && lastEventId.matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(lastEventId))
                : Optional.empty();
    }

    private static Optional<Set<String>> wanted(@Nullable String types) {
        return types == null || types.isBlank()
                ? Optional.empty()
                : Optional.of(
                        Arrays.stream(types.split(",", -1)).map(String::strip).collect(Collectors.toSet()));
    }
}
