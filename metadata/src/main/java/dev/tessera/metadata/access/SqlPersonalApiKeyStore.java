package dev.tessera.metadata.access;

import static dev.tessera.metadata.generated.Tables.PERSONAL_API_KEYS;

import dev.tessera.app.access.OrganizationId;
import dev.tessera.app.access.PersonalApiKey;
import dev.tessera.app.access.PersonalApiKeyStore;
import dev.tessera.app.access.Scopes;
import dev.tessera.app.access.UserId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.generated.tables.records.PersonalApiKeysRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Personal API keys in the metadata store. Their lists are JSON. */
public final class SqlPersonalApiKeyStore implements PersonalApiKeyStore {
    private final Database database;

    public SqlPersonalApiKeyStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<PersonalApiKey> findByHash(String hash) {
        return database.reading(dsl -> dsl.fetchOptional(PERSONAL_API_KEYS, PERSONAL_API_KEYS.SECRET_HASH.eq(hash)))
                .map(SqlPersonalApiKeyStore::key);
    }

    @Override
    public void create(PersonalApiKey key, String hash) {
        database.writing(dsl -> {
            PersonalApiKeysRecord row = dsl.newRecord(PERSONAL_API_KEYS);
            row.setId(key.id());
            row.setUserId(key.user().value());
            row.setLabel(key.label());
            row.setSecretHash(hash);
            row.setMaskValue(key.maskValue());
            row.setScopes(Json.write(texts(key.scopes().values())));
            row.setScopedProjects(Json.write(numbers(key.projects())));
            row.setScopedOrganizations(Json.write(texts(
                    key.organizations().stream().map(OrganizationId::toString).toList())));
            row.setCreatedAt(key.createdAt());
            row.setLastUsedAt(key.lastUsedAt().orElse(null));
            row.setLastRolledAt(key.lastRolledAt().orElse(null));
            return row.insert();
        });
    }

    @Override
    public void markUsed(String id, Instant at) {
        database.writing(dsl -> dsl.update(PERSONAL_API_KEYS)
                .set(PERSONAL_API_KEYS.LAST_USED_AT, at)
                .where(PERSONAL_API_KEYS.ID.eq(id))
                .execute());
    }

    private static PersonalApiKey key(PersonalApiKeysRecord row) {
        return new PersonalApiKey(
                row.getId(),
                new UserId(row.getUserId()),
                row.getLabel(),
                row.getMaskValue(),
                new Scopes(list(row.getScopes(), JsonNode::stringValue)),
                list(row.getScopedProjects(), it -> new ProjectId(it.longValue())),
                list(row.getScopedOrganizations(), it -> new OrganizationId(UUID.fromString(it.stringValue()))),
                row.getCreatedAt(),
                Optional.ofNullable(row.getLastUsedAt()),
                Optional.ofNullable(row.getLastRolledAt()));
    }

    private static <T> List<T> list(String json, Function<JsonNode, T> item) {
        return Json.parse(json).values().stream().map(item).toList();
    }

    private static ArrayNode texts(List<String> values) {
        ArrayNode array = Json.array();
        values.forEach(array::add);
        return array;
    }

    private static ArrayNode numbers(List<ProjectId> values) {
        ArrayNode array = Json.array();
        values.forEach(it -> array.add(it.value()));
        return array;
    }
}
