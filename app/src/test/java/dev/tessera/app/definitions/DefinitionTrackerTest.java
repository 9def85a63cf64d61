package dev.tessera.app.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.definitions.DefinitionChanges.SeenEvent;
import dev.tessera.app.definitions.DefinitionChanges.SeenProperty;
import dev.tessera.app.definitions.DefinitionChanges.SeenTogether;
import dev.tessera.app.ingestion.ObservedEvent;
import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DefinitionTrackerTest {
    private static final ProjectId PROJECT = new ProjectId(1);
    private static final PropertyOwner EVENTS = new PropertyOwner.Events();
    private static final PropertyOwner PERSONS = new PropertyOwner.Persons();
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final MemoryDefinitionStore store = new MemoryDefinitionStore();

    @Test
    void noticesEventPropertiesAndBothTogether() {
        DefinitionChanges changes = tracker().observe(List.of(event("signup", "{\"price\":5,\"plan\":null}")));
        assertThat(changes.events()).containsExactly(new SeenEvent(PROJECT, "signup", NOW));
        assertThat(changes.properties())
                .containsExactly(
                        new SeenProperty(PROJECT, EVENTS, "price", Optional.of(PropertyType.NUMERIC)),
                        new SeenProperty(PROJECT, EVENTS, "plan", Optional.empty()));
        assertThat(changes.together())
                .containsExactly(
                        new SeenTogether(PROJECT, "signup", "price"), new SeenTogether(PROJECT, "signup", "plan"));
    }

    @Test
    void noticesPersonPropertiesOfBothKinds() {
        DefinitionChanges changes = tracker()
                .observe(List.of(new ObservedEvent(
                        PROJECT,
                        "signup",
                        "{\"$set\":{\"plan\":\"pro\"}}",
                        "{\"plan\":\"pro\"}",
                        "{\"first\":1}",
                        NOW)));
        assertThat(changes.properties())
                .containsExactly(
                        new SeenProperty(PROJECT, PERSONS, "plan", Optional.of(PropertyType.STRING)),
                        new SeenProperty(PROJECT, PERSONS, "first", Optional.of(PropertyType.NUMERIC)));
        assertThat(changes.together()).isEmpty();
    }

    @Test
    void noticesNothingTwice() {
        DefinitionTracker tracker = tracker();
        ObservedEvent event = event("signup", "{\"price\":5}");
        assertThat(tracker.observe(List.of(event, event)).events()).hasSize(1);
        assertThat(tracker.observe(List.of(event, event("signup", "{\"price\":\"a text\"}")))
                        .isEmpty())
                .isTrue();
        assertThat(store.loads()).isEqualTo(1);
    }

    @Test
    void knowsWhatTheStoreHas() {
        ObservedEvent event = event("signup", "{\"price\":5}");
        store.apply(tracker().observe(List.of(event)));
        assertThat(tracker().observe(List.of(event)).isEmpty()).isTrue();
    }

    @Test
    void tellsOnceAnHourThatAnEventIsStillSeen() {
        DefinitionTracker tracker = tracker();
        tracker.observe(List.of(event("signup", "{}", NOW)));
        assertThat(tracker.observe(List.of(event("signup", "{}", NOW.plusSeconds(3_599))))
                        .isEmpty())
                .isTrue();
        Instant later = NOW.plusSeconds(3_600);
        assertThat(tracker.observe(List.of(event("signup", "{}", later))).events())
                .containsExactly(new SeenEvent(PROJECT, "signup", later));
        assertThat(tracker.observe(List.of(event("signup", "{}", later.plusSeconds(1))))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void waitsForTheFirstValueThatHasAType() {
        DefinitionTracker tracker = tracker();
        tracker.observe(List.of(event("signup", "{\"price\":null}")));
        assertThat(tracker.observe(List.of(event("signup", "{\"price\":[1]}"))).isEmpty())
                .isTrue();
        assertThat(tracker.observe(List.of(event("signup", "{\"price\":7}"))).properties())
                .containsExactly(new SeenProperty(PROJECT, EVENTS, "price", Optional.of(PropertyType.NUMERIC)));
        assertThat(tracker.observe(List.of(event("signup", "{\"price\":true}"))).isEmpty())
                .isTrue();
    }

    @Test
    void noticesANewPropertyAmongKnownOnesAndAKnownOneOnAnotherEvent() {
        DefinitionTracker tracker = tracker();
        tracker.observe(List.of(event("signup", "{\"price\":5,\"plan\":\"a\"}")));
        DefinitionChanges more = tracker.observe(
                List.of(event("signup", "{\"price\":5,\"coupon\":1,\"plan\":\"a\"}"), event("login", "{\"price\":5}")));
        assertThat(more.properties()).extracting(SeenProperty::name).containsExactly("coupon");
        assertThat(more.together())
                .containsExactly(
                        new SeenTogether(PROJECT, "signup", "coupon"), new SeenTogether(PROJECT, "login", "price"));
    }

    @Test
    void keepsProjectsApart() {
        DefinitionTracker tracker = tracker();
        tracker.observe(List.of(event("signup", "{\"price\":5}")));
        ProjectId other = new ProjectId(2);
        DefinitionChanges changes =
                tracker.observe(List.of(new ObservedEvent(other, "signup", "{\"price\":5}", "", "", NOW)));
        assertThat(changes.events()).containsExactly(new SeenEvent(other, "signup", NOW));
        assertThat(changes.properties()).extracting(SeenProperty::project).containsExactly(other);
    }

    @Test
    void leavesOutInstructionsAndFlagsOfEvents() {
        DefinitionChanges changes = tracker()
                .observe(List.of(event(
                        "signup",
                        "{\"$set\":{},\"$set_once\":{},\"$unset\":[],\"$groups\":{},\"$group_0\":\"a\","
                                + "\"$group_4\":\"a\",\"distinct_id\":\"d\",\"$group_5\":1,"
                                + "\"$feature/beta\":true,\"$feature_enrollment/beta\":false}")));
        assertThat(changes.properties())
                .extracting(SeenProperty::name)
                .containsExactly("$group_5", "$feature/beta", "$feature_enrollment/beta");
        assertThat(changes.together()).extracting(SeenTogether::property).containsExactly("$group_5");
    }

    @Test
    void takesNoPropertiesFromGroupIdentification() {
        DefinitionChanges changes = tracker()
                .observe(List.of(new ObservedEvent(
                        PROJECT,
                        "$groupidentify",
                        "{\"$group_type\":\"company\",\"$group_set\":{\"size\":1},\"$lib\":\"web\"}",
                        "{\"a\":1}",
                        "",
                        NOW)));
        assertThat(changes.events()).extracting(SeenEvent::name).containsExactly("$groupidentify");
        assertThat(changes.properties()).isEmpty();
    }

    @Test
    void defines200BytesOfAName() {
        String fits = "é".repeat(100);
        DefinitionChanges changes = tracker()
                .observe(List.of(
                        event(fits, "{\"" + fits + "\":1,\"" + fits + "x\":1,\"\":1}"),
                        event(fits + "x", "{}"),
                        event("$$plugin_metrics", "{\"metric\":1}")));
        assertThat(changes.events()).extracting(SeenEvent::name).containsExactly(fits);
        assertThat(changes.properties()).extracting(SeenProperty::name).containsExactly(fits, "metric");
    }

    @Test
    void replacesWhatNoStoreKeepsInNames() {
        DefinitionChanges changes = tracker().observe(List.of(event("a\ud83d", "{\"b\\u0000\":1,\"\\udca1c\":2}")));
        assertThat(changes.events()).extracting(SeenEvent::name).containsExactly("a\uFFFD");
        assertThat(changes.properties()).extracting(SeenProperty::name).containsExactly("b\uFFFD", "\uFFFDc");
    }

    @Test
    void definesOnlySoManyEvents() {
        DefinitionTracker tracker = tracker(new DefinitionLimits(3, 100, 100, 100));
        DefinitionChanges flood = tracker.observe(IntStream.range(0, 50)
                .mapToObj(i -> event("random " + i, "{\"a\":1}"))
                .toList());
        assertThat(flood.events()).extracting(SeenEvent::name).containsExactly("random 0", "random 1", "random 2");
        assertThat(flood.together()).hasSize(3);
        assertThat(tracker.observe(List.of(event("random 2", "{\"b\":1}"))).together())
                .containsExactly(new SeenTogether(PROJECT, "random 2", "b"));
        store.apply(flood);
        assertThat(tracker(new DefinitionLimits(3, 100, 100, 100))
                        .observe(List.of(event("random 49", "{}")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void definesOnlySoManyPropertiesOfAllOwners() {
        DefinitionTracker tracker = tracker(new DefinitionLimits(100, 3, 100, 100));
        DefinitionChanges flood = tracker.observe(IntStream.range(0, 50)
                .mapToObj(i ->
                        new ObservedEvent(PROJECT, "signup", "{\"p" + i + "\":null}", "{\"q" + i + "\":1}", "", NOW))
                .toList());
        assertThat(flood.properties()).extracting(SeenProperty::name).containsExactly("p0", "q0", "p1");
        assertThat(flood.together()).extracting(SeenTogether::property).containsExactly("p0", "p1");
        assertThat(tracker.observe(List.of(event("signup", "{\"p1\":true}"))).properties())
                .containsExactly(new SeenProperty(PROJECT, EVENTS, "p1", Optional.of(PropertyType.BOOLEAN)));
    }

    @Test
    void remembersOnlySoManyPropertiesOnEvents() {
        DefinitionTracker tracker = tracker(new DefinitionLimits(100, 100, 2, 100));
        DefinitionChanges changes = tracker.observe(
                List.of(event("a", "{\"x\":1}"), event("b", "{\"x\":1,\"y\":1}"), event("c", "{\"x\":1}")));
        assertThat(changes.together()).hasSize(2);
        assertThat(changes.properties()).hasSize(2);
    }

    @Test
    void takesNothingFromAnEventWithAHugeNumberOfProperties() {
        DefinitionTracker tracker = tracker(new DefinitionLimits(100, 100, 100, 2));
        DefinitionChanges changes = tracker.observe(
                List.of(event("big", "{\"a\":1,\"b\":2,\"c\":3}"), event("small", "{\"a\":1,\"b\":2}")));
        assertThat(changes.events()).extracting(SeenEvent::name).containsExactly("big", "small");
        assertThat(changes.together()).extracting(SeenTogether::event).containsOnly("small");
    }

    @Test
    void keepsTheWorstProjectInTenMegabytesAndForgetsWhatIsMore() {
        DefinitionLimits limits = DefinitionLimits.defaults();
        DefinitionTracker tracker = tracker(limits);
        for (int project = 1; project <= 2; project++) {
            store.apply(tracker.observe(flood(new ProjectId(project), limits)));
        }
        assertThat(store.loads()).isEqualTo(2);
        ProjectKnowledge worst = new ProjectKnowledge(store.known(PROJECT), limits);
        assertThat(worst.bytes()).isBetween(5_000_000, 10_000_000);
        int before = store.loads();
        for (int project = 1; project <= 2; project++) {
            assertThat(tracker.observe(flood(new ProjectId(project), limits).subList(0, 1))
                            .isEmpty())
                    .isTrue();
        }
        assertThat(store.loads()).isGreaterThan(before);
    }

    /** More names than there are definitions for, all as long as can be. */
    private static List<ObservedEvent> flood(ProjectId project, DefinitionLimits limits) {
        return IntStream.rangeClosed(0, limits.events())
                .mapToObj(i -> new ObservedEvent(
                        project,
                        "n".repeat(190) + (1_000_000 + i),
                        "{\"" + "k".repeat(190) + (1_000_000 + i) + "\":1,\"a\":1,\"b\":1,\"c\":1,\"d\":1}",
                        "",
                        "",
                        NOW))
                .toList();
    }

    @Test
    void asksTheStoreAgainWhenItHasToForget() {
        DefinitionTracker tracker = tracker();
        ObservedEvent event = event("signup", "{\"price\":5}");
        tracker.observe(List.of(event));
        tracker.forget();
        assertThat(tracker.observe(List.of(event)).events()).hasSize(1);
        assertThat(tracker.observe(List.of(event)).isEmpty()).isTrue();
    }

    private DefinitionTracker tracker() {
        return tracker(DefinitionLimits.defaults());
    }

    private DefinitionTracker tracker(DefinitionLimits limits) {
        return new DefinitionTracker(store, limits);
    }

    private static ObservedEvent event(String name, String properties) {
        return event(name, properties, NOW);
    }

    private static ObservedEvent event(String name, String properties, Instant at) {
        return new ObservedEvent(PROJECT, name, properties, "", "", at);
    }
}
