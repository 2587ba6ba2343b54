package org.mailcontinuity.events.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.contact.QuietHours;
import org.mailcontinuity.events.paging.Listing;
import org.mailcontinuity.events.paging.PageRequest;

/** Notification policies. */
@Singleton
public class PolicyRepository implements PanacheRepositoryBase<PolicyEntity, UUID> {
    private static final TypeReference<List<PolicyStep>> STEPS = new TypeReference<>() {};

    private final ObjectMapper json;

    PolicyRepository(ObjectMapper json) {
        this.json = json;
    }

    public Optional<Policy> policy(UUID id) {
        return findByIdOptional(id).map(this::toPolicy);
    }

    boolean exists(UUID id) {
        return count("id", id) > 0;
    }

    Optional<PolicyEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    void add(Policy policy) {
        persist(PolicyEntity.of(policy, text(policy.steps()), quiet(policy)));
    }

    void write(PolicyEntity row, Policy policy) {
        row.write(policy, text(policy.steps()), quiet(policy));
    }

    Policy toPolicy(PolicyEntity row) {
        try {
            Optional<QuietHours> quiet = row.quietHours().isPresent()
                    ? Optional.of(json.readValue(row.quietHours().get(), QuietHours.class))
                    : Optional.empty();
            return row.toPolicy(json.readValue(row.steps(), STEPS), quiet);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("policies are read as they were written", e);
        }
    }

    /** Whether it could be deleted: not where a monitor still names it. */
    boolean deleted(PolicyEntity row) {
        try {
            delete(row);
            flush();
            return true;
        } catch (ConstraintViolationException e) {
            return false;
        }
    }

    List<Policy> list(PageRequest page, Optional<String> name) {
        Listing wanted = new Listing(page, "createdAt").named(name);
        return find(wanted.query(), wanted.values()).page(Page.ofSize(page.fetch())).list().stream()
                .map(this::toPolicy)
                .toList();
    }

    private @Nullable String quiet(Policy policy) {
        return policy.quietHours().map(this::text).orElse(null);
    }

    private String text(Object part) {
        try {
            return json.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("policies are always JSON", e);
        }
    }
}
