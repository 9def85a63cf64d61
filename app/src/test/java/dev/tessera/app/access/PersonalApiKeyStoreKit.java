package dev.tessera.app.access;

import static dev.tessera.app.access.AccessExamples.MADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.tx.DuplicateException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of personal API keys must do. */
public abstract class PersonalApiKeyStoreKit {
    /** Stores over one empty database. */
    protected abstract AccessStores stores();

    @Test
    void findsAKeyByTheHashOfItsValueWithAllOfIt() {
        User ada = stores().user("ada");
        PersonalApiKey key = new PersonalApiKey(
                "key-1",
                ada.id(),
                "Büro 🙂",
                "phx_...abcd",
                new Scopes(List.of("insight:read", "dashboard:write")),
                List.of(new ProjectId(7), new ProjectId(9_007_199_254_740_993L)),
                List.of(new OrganizationId(new UUID(1, 2)), new OrganizationId(new UUID(3, 4))),
                MADE,
                Optional.of(MADE.plusNanos(1000)),
                Optional.of(MADE.plusNanos(2000)));
        keys().create(key, "sha256$1");
        keys().create(AccessExamples.key(ada.id(), "key-2"), "sha256$2");
        assertThat(keys().findByHash("sha256$1")).contains(key);
        assertThat(keys().findByHash("sha256$3")).isEmpty();
    }

    @Test
    void keepsEmptyListsAndWhatHasNotHappened() {
        PersonalApiKey key = AccessExamples.key(stores().user("ada").id(), "key-1");
        keys().create(key, "sha256$1");
        assertThat(keys().findByHash("sha256$1")).contains(key);
        assertThat(key.scopes().values()).isEmpty();
    }

    @Test
    void refusesAnIdAndAValueThatAreTaken() {
        UserId ada = stores().user("ada").id();
        PersonalApiKey key = AccessExamples.key(ada, "key-1", "*");
        keys().create(key, "sha256$1");
        assertThatThrownBy(() -> keys().create(AccessExamples.key(ada, "key-1"), "sha256$2"))
                .isInstanceOf(DuplicateException.class);
        assertThatThrownBy(() -> keys().create(AccessExamples.key(ada, "key-2"), "sha256$1"))
                .isInstanceOf(DuplicateException.class);
        assertThat(keys().findByHash("sha256$1")).contains(key);
        assertThat(keys().findByHash("sha256$2")).isEmpty();
    }

    @Test
    void remembersWhenAKeyWasUsedLast() {
        UserId ada = stores().user("ada").id();
        PersonalApiKey other = AccessExamples.key(ada, "key-2");
        keys().create(AccessExamples.key(ada, "key-1"), "sha256$1");
        keys().create(other, "sha256$2");
        keys().markUsed("key-1", MADE.plusNanos(1000));
        assertThat(keys().findByHash("sha256$1").flatMap(PersonalApiKey::lastUsedAt))
                .contains(MADE.plusNanos(1000));
        keys().markUsed("key-1", MADE.plusSeconds(3600));
        assertThat(keys().findByHash("sha256$1").flatMap(PersonalApiKey::lastUsedAt))
                .contains(MADE.plusSeconds(3600));
        assertThat(keys().findByHash("sha256$2")).contains(other);
    }

    private PersonalApiKeyStore keys() {
        return stores().keys();
    }
}
