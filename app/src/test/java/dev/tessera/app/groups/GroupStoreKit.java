package dev.tessera.app.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.tx.DuplicateException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of groups must do. */
public abstract class GroupStoreKit {
    private static final ProjectId PROJECT = new ProjectId(1);
    private static final ProjectId OTHER = new ProjectId(2);
    private static final Instant CREATED = Instant.parse("2024-02-29T12:00:00.123456Z");

    /** An empty store; asked for again it gives one over the same data. */
    protected abstract GroupStore store();

    @Test
    void hasNothingAtFirst() {
        assertThat(store().types(PROJECT)).isEmpty();
        assertThat(store().find(PROJECT, 0, "acme")).isEmpty();
    }

    @Test
    void listsTheTypesOfAProjectByIndex() {
        GroupType team = new GroupType(PROJECT, 1, "team");
        GroupType company = new GroupType(PROJECT, 0, "company");
        store().createType(team);
        store().createType(company);
        store().createType(new GroupType(OTHER, 0, "company"));
        assertThat(store().types(PROJECT)).containsExactly(company, team);
    }

    @Test
    void refusesASecondTypeOfAnIndexOrAName() {
        store().createType(new GroupType(PROJECT, 0, "company"));
        assertThatThrownBy(() -> store().createType(new GroupType(PROJECT, 0, "team")))
                .isInstanceOf(DuplicateException.class);
        assertThatThrownBy(() -> store().createType(new GroupType(PROJECT, 1, "company")))
                .isInstanceOf(DuplicateException.class);
        assertThat(store().types(PROJECT)).containsExactly(new GroupType(PROJECT, 0, "company"));
    }

    @Test
    void findsAGroupByProjectTypeAndKey() {
        Group acme = group(PROJECT, 0, "acme", "{\"name\":\"Äcme 🙂\"}", 0);
        Group teamAcme = group(PROJECT, 1, "acme", "{\"name\":\"a team\"}", 0);
        Group othersAcme = group(OTHER, 0, "acme", "{\"name\":\"another\"}", 0);
        store().save(List.of(acme, teamAcme, othersAcme));
        assertThat(store().find(PROJECT, 0, "acme")).contains(acme);
        assertThat(store().find(PROJECT, 1, "acme")).contains(teamAcme);
        assertThat(store().find(OTHER, 0, "acme")).contains(othersAcme);
        assertThat(store().find(PROJECT, 0, "Acme")).isEmpty();
    }

    @Test
    void replacesAGroupButNotTheTimeOfItsFirstDescription() {
        store().save(List.of(group(PROJECT, 0, "acme", "{\"plan\":\"free\"}", 0)));
        store().save(List.of(
                new Group(PROJECT, 0, "acme", "{\"plan\":\"team\"}", CREATED.plusSeconds(5), 1),
                group(PROJECT, 0, "new", "{}", 0)));
        assertThat(store().find(PROJECT, 0, "acme"))
                .contains(new Group(PROJECT, 0, "acme", "{\"plan\":\"team\"}", CREATED, 1));
        assertThat(store().find(PROJECT, 0, "new")).isPresent();
    }

    @Test
    void savesManyAtOnce() {
        store().save(IntStream.range(0, 3_000)
                .mapToObj(i -> group(PROJECT, 0, "g" + i, "{\"i\":" + i + "}", i))
                .toList());
        assertThat(store().find(PROJECT, 0, "g2999")).contains(group(PROJECT, 0, "g2999", "{\"i\":2999}", 2_999));
        store().save(List.of());
    }

    private static Group group(ProjectId project, int type, String key, String properties, long version) {
        return new Group(project, type, key, properties, CREATED, version);
    }
}
