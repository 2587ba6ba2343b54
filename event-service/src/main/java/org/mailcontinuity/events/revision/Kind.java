package org.mailcontinuity.events.revision;

import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/**
 * A kind of resource that is made, changed and deleted by {@link Revisions}. Every method runs in the caller's transaction.
 *
 * @param <E> its row
 * @param <T> the resource
 * @param <Q> the request that makes one
 */
public interface Kind<E, T, Q> {
    /** As sentences and the audit name it, such as {@code contact group}. */
    String name();

    Identity identity(T resource);

    /** What the audit shows of it. */
    Object view(T resource);

    /** The request that would make it as it is. */
    Q request(T resource);

    /**
     * The resource that a request makes.
     *
     * @param before as it was; empty for a new one
     * @throws RefusedException if the request breaks a rule
     */
    T made(Q request, Identity identity, Optional<T> before);

    /** The row, which the transaction holds from then on. */
    Optional<E> locked(UUID id);

    T read(E row);

    /** Stores a new resource, and tells of it where it is told of. */
    void insert(T made);

    /** Stores a changed one, and tells of it where it is told of. */
    void write(E row, T before, T after);

    /**
     * Deletes one, and tells of it where it is told of.
     *
     * @return why it cannot be deleted; empty if it was
     */
    Optional<Refusal> deleted(E row, T last);
}
