package org.mailcontinuity.events.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.events.paging.PageRequest;

/** API tokens. */
@Singleton
class TokenRepository implements PanacheRepositoryBase<TokenEntity, UUID> {
    Optional<TokenEntity> bySecretHash(String hash) {
        return find("secretHash", hash).firstResultOptional();
    }

    boolean anyAdmin(Instant now) {
        return count("role = ?1 and revokedAt is null and expiresAt > ?2", Role.ADMIN, now) > 0;
    }

    /** Waits for other replicas that may be making the first token. */
    void lock() {
        getEntityManager()
                .createNativeQuery("lock table api_token in share row exclusive mode")
                .executeUpdate();
    }

    List<ApiToken> list(PageRequest page) {
        String older = page.after().isPresent() ? "where createdAt < :at or createdAt = :at and id < :id" : "";
        Parameters parameters = new Parameters();
        page.after().ifPresent(cursor -> parameters.and("at", cursor.at()).and("id", cursor.id()));
        return find("from TokenEntity " + older + " order by createdAt desc, id desc", parameters)
                .page(Page.ofSize(page.fetch()))
                .list()
                .stream()
                .map(TokenEntity::toToken)
                .toList();
    }
}
