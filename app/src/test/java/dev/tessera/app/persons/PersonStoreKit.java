package dev.tessera.app.persons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.tx.DuplicateException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of persons must do. */
public abstract class PersonStoreKit {
    private static final ProjectId PROJECT = new ProjectId(1);
    private static final ProjectId OTHER = new ProjectId(2);
    private static final PersonChanges NOTHING = PersonChanges.NONE;

    /** An empty store; asked for again it gives one over the same data. */
    protected abstract PersonStore store();

    @Test
    void isCompleteUpToNothingAtFirst() {
        assertThat(store().appliedPosition()).isZero();
        assertThat(find(List.of(new DistinctId(PROJECT, "ann")))).isEmpty();
        assertThat(find(List.of())).isEmpty();
    }

    @Test
    void findsAPersonUnderEachOfItsDistinctIds() {
        Person ann = person(7, PROJECT, "{\"plan\":\"pro\",\"name\":\"Änn 🙂\"}");
        store().apply(new PersonChanges(List.of(created(ann, "ann", "anonymous-1")), List.of()), 10);
        assertThat(find(List.of(
                        new DistinctId(PROJECT, "anonymous-1"),
                        new DistinctId(PROJECT, "ann"),
                        new DistinctId(PROJECT, "nobody"))))
                .isEqualTo(Map.of(new DistinctId(PROJECT, "ann"), ann, new DistinctId(PROJECT, "anonymous-1"), ann));
        assertThat(store().appliedPosition()).isEqualTo(10);
    }

    @Test
    void keepsTheSameDistinctIdOfTwoProjectsApart() {
        Person ann = person(7, PROJECT, "{}");
        Person bob = person(8, OTHER, "{}");
        store().apply(new PersonChanges(List.of(created(ann, "x"), created(bob, "x")), List.of()), 10);
        assertThat(find(List.of(new DistinctId(PROJECT, "x"), new DistinctId(OTHER, "x"))))
                .isEqualTo(Map.of(new DistinctId(PROJECT, "x"), ann, new DistinctId(OTHER, "x"), bob));
    }

    @Test
    void tellsDistinctIdsApartByEveryCharacter() {
        store().apply(
                        new PersonChanges(
                                List.of(
                                        created(person(1, PROJECT, "{}"), "Ann"),
                                        created(person(2, PROJECT, "{}"), "ann"),
                                        created(person(3, PROJECT, "{}"), "ann "),
                                        created(person(4, PROJECT, "{}"), "12"),
                                        created(person(5, PROJECT, "{}"), "12.0")),
                                List.of()),
                        10);
        Map<DistinctId, Person> found = find(List.of(
                new DistinctId(PROJECT, "Ann"),
                new DistinctId(PROJECT, "ann"),
                new DistinctId(PROJECT, "ann "),
                new DistinctId(PROJECT, "12"),
                new DistinctId(PROJECT, "12.0")));
        assertThat(found.values()).extracting(it -> it.id().value()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void updatesEverythingThatCanChangeAndKeepsTheFirstTime() {
        Person ann = person(7, PROJECT, "{}");
        store().apply(new PersonChanges(List.of(created(ann, "ann")), List.of()), 10);
        Person later = new Person(ann.id(), PROJECT, ann.uuid(), ann.createdAt(), "{\"a\":1}", true, 5);
        store().apply(new PersonChanges(List.of(), List.of(later)), 20);
        assertThat(find(List.of(new DistinctId(PROJECT, "ann"))).values()).containsExactly(later);
        assertThat(store().appliedPosition()).isEqualTo(20);
    }

    @Test
    void findsAndStoresManyAtOnce() {
        List<NewPerson> many = LongStream.rangeClosed(1, 2_500)
                .mapToObj(i -> created(person(i, PROJECT, "{\"i\":" + i + "}"), "id-" + i))
                .toList();
        store().apply(new PersonChanges(many, List.of()), 10);
        List<DistinctId> asked = LongStream.rangeClosed(1, 2_600)
                .mapToObj(i -> new DistinctId(PROJECT, "id-" + i))
                .toList();
        Map<DistinctId, Person> found = find(asked);
        assertThat(found).hasSize(2_500);
        assertThat(found.get(new DistinctId(PROJECT, "id-1234")))
                .isEqualTo(many.get(1233).person());
    }

    @Test
    void movesThePositionAloneWhenNoPersonChanges() {
        store().apply(NOTHING, 5);
        store().apply(NOTHING, 5);
        assertThat(store().appliedPosition()).isEqualTo(5);
    }

    @Test
    void neverGoesBack() {
        store().apply(NOTHING, 5);
        PersonChanges late = new PersonChanges(List.of(created(person(1, PROJECT, "{}"), "a")), List.of());
        assertThatThrownBy(() -> store().apply(late, 4)).isInstanceOf(IllegalStateException.class);
        assertThat(store().appliedPosition()).isEqualTo(5);
        assertThat(find(List.of(new DistinctId(PROJECT, "a")))).isEmpty();
    }

    @Test
    void leavesNothingOfABatchThatFails() {
        store().apply(new PersonChanges(List.of(created(person(1, PROJECT, "{}"), "taken")), List.of()), 5);
        PersonChanges clash = new PersonChanges(
                List.of(created(person(2, PROJECT, "{}"), "new"), created(person(3, PROJECT, "{}"), "taken")),
                List.of());
        assertThatThrownBy(() -> store().apply(clash, 6)).isInstanceOf(DuplicateException.class);
        assertThat(store().appliedPosition()).isEqualTo(5);
        assertThat(find(List.of(new DistinctId(PROJECT, "new")))).isEmpty();
        assertThatThrownBy(() -> store().apply(new PersonChanges(List.of(), List.of(person(99, PROJECT, "{}"))), 6))
                .isInstanceOf(IllegalStateException.class);
        store().apply(NOTHING, 6);
        assertThat(store().appliedPosition()).isEqualTo(6);
    }

    @Test
    void storesPartsOfATransactionThatMovesThePositionInTheEnd() {
        Person ann = person(7, PROJECT, "{}");
        store().store(new PersonChanges(List.of(created(ann, "ann")), List.of()));
        store().store(new PersonChanges(
                List.of(created(person(8, PROJECT, "{}"), "bob")), List.of(withProperties(ann, "{\"a\":1}"))));
        store().apply(NOTHING, 10);
        assertThat(find(List.of(new DistinctId(PROJECT, "ann"), new DistinctId(PROJECT, "bob")))
                        .values())
                .containsExactlyInAnyOrder(withProperties(ann, "{\"a\":1}"), person(8, PROJECT, "{}"));
        assertThat(store().appliedPosition()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 4_096, 4_097, 65_536, 3_000_000})
    void findsNoMoreThanThereIsMemoryFor(int size) {
        String properties = "{\"a\":\"" + "x".repeat(size - 8) + "\"}";
        int many = size < 1_000_000 ? 450 : 4;
        List<NewPerson> all = LongStream.rangeClosed(1, many)
                .mapToObj(i -> created(person(i, i % 2 == 0 ? PROJECT : OTHER, properties), "id-" + i))
                .toList();
        store().apply(new PersonChanges(all, List.of()), 10);
        List<DistinctId> left = LongStream.rangeClosed(1, many + 5)
                .mapToObj(i -> new DistinctId(i % 2 == 0 ? PROJECT : OTHER, "id-" + i))
                .toList();
        Map<DistinctId, Person> found = new HashMap<>();
        Set<DistinctId> unknown = new HashSet<>();
        while (!left.isEmpty()) {
            FoundPersons next = store().find(left, 1 << 20);
            assertThat(next.persons().size()
                            + next.unknown().size()
                            + next.rest().size())
                    .isEqualTo(left.size());
            assertThat(next.rest()).hasSizeLessThan(left.size());
            assertThat((long) next.persons().size() * size)
                    .isLessThanOrEqualTo(Math.max(size, (1 << 20) + 200L * 4_096));
            found.putAll(next.persons());
            unknown.addAll(next.unknown());
            left = next.rest();
        }
        assertThat(found.values())
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(NewPerson::person).toList());
        assertThat(unknown)
                .extracting(DistinctId::value)
                .containsExactlyInAnyOrder(
                        "id-" + (many + 1),
                        "id-" + (many + 2),
                        "id-" + (many + 3),
                        "id-" + (many + 4),
                        "id-" + (many + 5));
    }

    private Map<DistinctId, Person> find(List<DistinctId> ids) {
        FoundPersons found = store().find(ids, Long.MAX_VALUE);
        assertThat(found.rest()).isEmpty();
        return found.persons();
    }

    private static Person withProperties(Person person, String properties) {
        return new Person(
                person.id(),
                person.project(),
                person.uuid(),
                person.createdAt(),
                properties,
                person.identified(),
                person.version() + 1);
    }

    private static NewPerson created(Person person, String... distinctIds) {
        return new NewPerson(
                person,
                Stream.of(distinctIds)
                        .map(it -> new DistinctId(person.project(), it))
                        .toList());
    }

    private static Person person(long id, ProjectId project, String properties) {
        return new Person(
                new PersonId(id),
                project,
                new UUID(project.value(), id),
                Instant.parse("2024-02-29T12:00:00.123456Z"),
                properties,
                false,
                1);
    }
}
