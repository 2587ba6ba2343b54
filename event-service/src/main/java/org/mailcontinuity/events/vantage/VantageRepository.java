package org.mailcontinuity.events.vantage;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hibernate.Session;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.vantage.VantageStatus;

/** The workers of all vantages, each as it last told of itself. */
@Singleton
public class VantageRepository {
    private final Session database;

    VantageRepository(Session database) {
        this.database = database;
    }

    /** Every worker, by vantage and name. */
    public List<VantageStatus> workers() {
        return database
                .createNativeQuery("select cast(status as text) from vantage order by vantage, worker", String.class)
                .getResultList()
                .stream()
                .map(json -> Messages.decode(VantageStatus.class, json.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    void write(VantageStatus status) {
        database.createNativeMutationQuery("""
                        insert into vantage (vantage, worker, status, at)
                        values (:vantage, :worker, cast(:status as jsonb), :at)
                        on conflict (vantage, worker) do update set status = excluded.status, at = excluded.at
                        where vantage.at <= excluded.at""")
                .setParameter("vantage", status.vantage())
                .setParameter("worker", status.worker())
                .setParameter("status", new String(Messages.encode(status), StandardCharsets.UTF_8))
                .setParameter("at", status.at())
                .executeUpdate();
    }

    /** @param key {@code vantage/worker} */
    void delete(String key) {
        database.createNativeMutationQuery("delete from vantage where vantage || '/' || worker = :key")
                .setParameter("key", key)
                .executeUpdate();
    }
}
