package dev.tessera.app.definitions;

import static dev.tessera.app.definitions.DefinitionStores.EVENTS;
import static dev.tessera.app.definitions.DefinitionStores.NOW;
import static dev.tessera.app.definitions.DefinitionStores.OTHER;
import static dev.tessera.app.definitions.DefinitionStores.PERSONS;
import static dev.tessera.app.definitions.DefinitionStores.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.definitions.DefinitionChanges.SeenEvent;
import dev.tessera.app.definitions.DefinitionChanges.SeenProperty;
import dev.tessera.app.definitions.DefinitionChanges.SeenTogether;
import dev.tessera.app.definitions.KnownDefinitions.KnownEvent;
import dev.tessera.app.definitions.KnownDefinitions.KnownProperty;
import dev.tessera.app.definitions.KnownDefinitions.KnownTogether;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store that takes in definitions must do. */
public abstract class DefinitionStoreKit {
    private static final PageRequest PAGE = new PageRequest(100, 0);

    private DefinitionStores stores;

    /** Empty stores. */
    protected abstract DefinitionStores stores();

    @BeforeEach
    void open() {
        stores = stores();
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(stores.seen().known(PROJECT)).isEqualTo(new KnownDefinitions(List.of(), List.of(), List.of()));
    }

    @Test
    void knowsWhatWasSeenAndAppliesTheSameTwiceWithoutEffect() {
        PropertyOwner third = new PropertyOwner.Groups(2);
        DefinitionChanges changes = new DefinitionChanges(
                List.of(new SeenEvent(PROJECT, "Sign Up 💡", NOW)),
                List.of(
                        new SeenProperty(PROJECT, EVENTS, "plan", Optional.of(PropertyType.STRING)),
                        new SeenProperty(PROJECT, PERSONS, "plan", Optional.empty()),
                        new SeenProperty(PROJECT, third, "plan", Optional.of(PropertyType.NUMERIC))),
                List.of(new SeenTogether(PROJECT, "Sign Up 💡", "plan")));
        stores.seen().apply(changes);
        KnownDefinitions known = stores.seen().known(PROJECT);
        assertThat(known.events()).containsExactly(new KnownEvent("Sign Up 💡", Optional.of(NOW)));
        assertThat(known.properties())
                .containsExactlyInAnyOrder(
                        new KnownProperty(EVENTS, "plan", true),
                        new KnownProperty(PERSONS, "plan", false),
                        new KnownProperty(third, "plan", true));
        assertThat(known.together()).containsExactly(new KnownTogether("Sign Up 💡", "plan"));
        List<EventDefinition> definitions = events(PROJECT);
        stores.seen().apply(changes);
        assertThat(stores.seen().known(PROJECT)).isEqualTo(known);
        assertThat(events(PROJECT)).isEqualTo(definitions);
    }

    @Test
    void keepsProjectsApart() {
        stores.see("signup", NOW, "plan");
        stores.seen().apply(new DefinitionChanges(List.of(new SeenEvent(OTHER, "signup", NOW)), List.of(), List.of()));
        assertThat(stores.seen().known(OTHER).events()).hasSize(1);
        assertThat(stores.seen().known(OTHER).properties()).isEmpty();
        assertThat(events(PROJECT).getFirst().id())
                .isNotEqualTo(events(OTHER).getFirst().id());
    }

    @Test
    void keepsTheFirstTimeAndMovesTheLastOneForward() {
        Instant later = NOW.plusSeconds(7_200);
        stores.see("signup", NOW);
        stores.see("signup", later);
        stores.see("signup", NOW.plusSeconds(3_600));
        EventDefinition definition = events(PROJECT).getFirst();
        assertThat(definition.createdAt()).contains(NOW);
        assertThat(definition.lastSeenAt()).contains(later);
    }

    /** Events that were applied together can be hours apart, and have a property without a value first. */
    @Test
    void takesInWhatWasSeenMoreThanOnceTogetherInItsOrder() {
        Instant later = NOW.plusSeconds(7_200);
        stores.seen()
                .apply(new DefinitionChanges(
                        List.of(
                                new SeenEvent(PROJECT, "signup", NOW),
                                new SeenEvent(OTHER, "signup", NOW),
                                new SeenEvent(PROJECT, "signup", later)),
                        List.of(
                                new SeenProperty(PROJECT, EVENTS, "price", Optional.empty()),
                                new SeenProperty(PROJECT, EVENTS, "price", Optional.of(PropertyType.NUMERIC)),
                                new SeenProperty(PROJECT, EVENTS, "price", Optional.of(PropertyType.STRING))),
                        List.of(
                                new SeenTogether(PROJECT, "signup", "price"),
                                new SeenTogether(PROJECT, "signup", "price"))));
        EventDefinition definition = events(PROJECT).getFirst();
        assertThat(definition.createdAt()).contains(NOW);
        assertThat(definition.lastSeenAt()).contains(later);
        assertThat(property("price").type()).contains(PropertyType.NUMERIC);
        assertThat(stores.seen().known(PROJECT).together()).hasSize(1);
    }

    @Test
    void tellsADefinitionThatWasMadeBeforehandWhenItsFirstEventCame() {
        EventDefinition expected = stores.events().create(PROJECT, "signup", Optional.empty(), Notes.none());
        assertThat(stores.seen().known(PROJECT).events()).containsExactly(new KnownEvent("signup", Optional.empty()));
        stores.see("signup", NOW);
        EventDefinition definition = events(PROJECT).getFirst();
        assertThat(definition.id()).isEqualTo(expected.id());
        assertThat(definition.createdAt()).contains(NOW);
        assertThat(definition.lastSeenAt()).contains(NOW);
    }

    @Test
    void keepsTheFirstType() {
        stores.seen()
                .apply(new DefinitionChanges(
                        List.of(), List.of(new SeenProperty(PROJECT, EVENTS, "price", Optional.empty())), List.of()));
        stores.see(EVENTS, "price", PropertyType.NUMERIC);
        stores.see(EVENTS, "price", PropertyType.STRING);
        assertThat(property("price").type()).contains(PropertyType.NUMERIC);
        stores.seen()
                .apply(new DefinitionChanges(
                        List.of(), List.of(new SeenProperty(PROJECT, EVENTS, "price", Optional.empty())), List.of()));
        assertThat(property("price").type()).contains(PropertyType.NUMERIC);
    }

    @Test
    void takesManyAtOnce() {
        stores.see(
                "signup",
                NOW,
                IntStream.range(0, 1_500).mapToObj(i -> "property " + i).toArray(String[]::new));
        assertThat(stores.seen().known(PROJECT).together()).hasSize(1_500);
    }

    private PropertyDefinition property(String name) {
        return stores.properties().list(PROJECT, PropertyDefinitionFilter.of(EVENTS), PAGE).items().stream()
                .map(ListedProperty::definition)
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<EventDefinition> events(ProjectId project) {
        return stores.events().list(project, EventDefinitionFilter.none(), PAGE).items();
    }
}
