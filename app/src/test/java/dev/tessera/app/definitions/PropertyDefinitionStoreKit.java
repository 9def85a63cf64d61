package dev.tessera.app.definitions;

import static dev.tessera.app.definitions.DefinitionStores.ANN;
import static dev.tessera.app.definitions.DefinitionStores.EVENTS;
import static dev.tessera.app.definitions.DefinitionStores.NOW;
import static dev.tessera.app.definitions.DefinitionStores.OTHER;
import static dev.tessera.app.definitions.DefinitionStores.PERSONS;
import static dev.tessera.app.definitions.DefinitionStores.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.definitions.Notes.Mark;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of property definitions must do. */
public abstract class PropertyDefinitionStoreKit {
    private static final PageRequest PAGE = new PageRequest(100, 0);
    private static final Notes NOTES = new Notes(
            Optional.of("What they pay"),
            List.of("money"),
            false,
            Optional.of(new Mark(NOW, Optional.of(ANN))),
            Optional.of(new Mark(NOW, Optional.of(ANN))));

    private DefinitionStores stores;

    /** Empty stores. */
    protected abstract DefinitionStores stores();

    @BeforeEach
    void open() {
        stores = stores();
    }

    @Test
    void findsWhatWasSeen() {
        stores.see(EVENTS, "Price", PropertyType.NUMERIC);
        PropertyDefinition price = list(of(EVENTS)).getFirst().definition();
        assertThat(price)
                .isEqualTo(new PropertyDefinition(
                        price.id(), EVENTS, "Price", Optional.of(PropertyType.NUMERIC), Notes.none()));
        assertThat(price.isNumerical()).isTrue();
        assertThat(stores.properties().find(PROJECT, price.id())).contains(price);
        assertThat(stores.properties().lock(PROJECT, price.id())).contains(price);
        assertThat(stores.properties().find(OTHER, price.id())).isEmpty();
        assertThat(stores.properties().lock(OTHER, price.id())).isEmpty();
        assertThat(stores.properties().find(PROJECT, new UUID(0, 0))).isEmpty();
    }

    @Test
    void keepsPropertiesOfEachOwnerApart() {
        List<PropertyOwner> owners = List.of(
                EVENTS,
                PERSONS,
                new PropertyOwner.Groups(0),
                new PropertyOwner.Groups(4),
                new PropertyOwner.Sessions());
        owners.forEach(it -> stores.see(it, "plan", PropertyType.STRING));
        assertThat(owners)
                .allSatisfy(owner -> assertThat(list(of(owner)))
                        .extracting(it -> it.definition().owner())
                        .containsExactly(owner));
        assertThat(list(of(new PropertyOwner.Groups(1)))).isEmpty();
    }

    @Test
    void updatesTypeAndNotes() {
        stores.see(EVENTS, "price", PropertyType.STRING);
        PropertyDefinition before = list(of(EVENTS)).getFirst().definition();
        PropertyDefinition after =
                new PropertyDefinition(before.id(), EVENTS, "price", Optional.of(PropertyType.DURATION), NOTES);
        stores.properties().update(OTHER, after);
        assertThat(stores.properties().find(PROJECT, before.id())).contains(before);
        stores.properties().update(PROJECT, after);
        assertThat(stores.properties().find(PROJECT, before.id())).contains(after);
        PropertyDefinition bare = new PropertyDefinition(before.id(), EVENTS, "price", Optional.empty(), Notes.none());
        stores.properties().update(PROJECT, bare);
        assertThat(stores.properties().find(PROJECT, before.id())).contains(bare);
    }

    @Test
    void listsWhatWasSeenOnEventsFirstAndMarksIt() {
        stores.see("signup", NOW, "plan", "zone");
        stores.see("login", NOW, "agent", "zone");
        assertThat(list(onEvents(List.of("signup"), Optional.empty())))
                .extracting(it -> it.definition().name() + it.seen())
                .containsExactly("planOptional[true]", "zoneOptional[true]", "agentOptional[false]");
        assertThat(names(onEvents(List.of("signup", "login"), Optional.of(true))))
                .containsExactly("agent", "plan", "zone");
        assertThat(names(onEvents(List.of("signup"), Optional.of(true)))).containsExactly("plan", "zone");
        assertThat(names(onEvents(List.of("signup"), Optional.of(false)))).containsExactly("agent");
        assertThat(list(of(EVENTS))).extracting(ListedProperty::seen).containsOnly(Optional.empty());
    }

    @Test
    void marksNoPropertyOfPersonsAsSeenOnEvents() {
        stores.see("signup", NOW, "plan");
        stores.see(PERSONS, "plan", PropertyType.STRING);
        PropertyDefinitionFilter filter = new PropertyDefinitionFilter(
                PERSONS,
                List.of(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                List.of("signup"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        assertThat(list(filter)).extracting(ListedProperty::seen).containsExactly(Optional.of(false));
    }

    @Test
    void filtersByNameTypeAndFlag() {
        stores.see(EVENTS, "Price Net", PropertyType.NUMERIC);
        stores.see(EVENTS, "price", PropertyType.STRING);
        stores.see(EVENTS, "$feature/price", PropertyType.STRING);
        stores.see(EVENTS, "$lib", PropertyType.STRING);
        assertThat(names(of(EVENTS))).containsExactly("$feature/price", "$lib", "price", "Price Net");
        assertThat(names(search("net", "price"))).containsExactly("Price Net");
        assertThat(names(search("library"))).containsExactly("$lib");
        assertThat(names(exactly(Optional.of(List.of("price", "none")), List.of())))
                .containsExactly("price");
        assertThat(names(exactly(Optional.empty(), List.of("price", "$lib", "none"))))
                .containsExactly("$feature/price", "Price Net");
        assertThat(names(kind(true, Optional.empty()))).containsExactly("Price Net");
        assertThat(names(kind(false, Optional.of(true)))).containsExactly("$feature/price");
        assertThat(names(kind(false, Optional.of(false)))).containsExactly("$lib", "price", "Price Net");
    }

    @Test
    void filtersByNotes() {
        stores.see(EVENTS, "price", PropertyType.STRING);
        stores.see(EVENTS, "other", PropertyType.STRING);
        PropertyDefinition price = list(search("price")).getFirst().definition();
        stores.properties().update(PROJECT, new PropertyDefinition(price.id(), EVENTS, "price", price.type(), NOTES));
        assertThat(names(notes(List.of("money"), Optional.empty(), Optional.empty())))
                .containsExactly("price");
        assertThat(names(notes(List.of(), Optional.of(true), Optional.empty()))).containsExactly("price");
        assertThat(names(notes(List.of(), Optional.of(false), Optional.empty())))
                .containsExactly("other");
        assertThat(names(notes(List.of(), Optional.empty(), Optional.of(true)))).isEmpty();
    }

    @Test
    void countsAllAndGivesAPage() {
        List.of("a", "b", "c", "d").forEach(it -> stores.see(EVENTS, it, PropertyType.STRING));
        Page<ListedProperty> page = stores.properties().list(PROJECT, of(EVENTS), new PageRequest(2, 1));
        assertThat(page.count()).isEqualTo(4);
        assertThat(page.items()).extracting(it -> it.definition().name()).containsExactly("b", "c");
    }

    private List<ListedProperty> list(PropertyDefinitionFilter filter) {
        return stores.properties().list(PROJECT, filter, PAGE).items();
    }

    private List<String> names(PropertyDefinitionFilter filter) {
        return list(filter).stream().map(it -> it.definition().name()).toList();
    }

    private static PropertyDefinitionFilter of(PropertyOwner owner) {
        return PropertyDefinitionFilter.of(owner);
    }

    private static PropertyDefinitionFilter search(String... terms) {
        return filter(List.of(terms), Optional.empty(), List.of(), false, Optional.empty());
    }

    private static PropertyDefinitionFilter exactly(Optional<List<String>> names, List<String> excluded) {
        return filter(List.of(), names, excluded, false, Optional.empty());
    }

    private static PropertyDefinitionFilter kind(boolean numerical, Optional<Boolean> flags) {
        return filter(List.of(), Optional.empty(), List.of(), numerical, flags);
    }

    private static PropertyDefinitionFilter filter(
            List<String> terms,
            Optional<List<String>> names,
            List<String> excluded,
            boolean numerical,
            Optional<Boolean> flags) {
        return new PropertyDefinitionFilter(
                EVENTS,
                terms,
                names,
                excluded,
                numerical,
                flags,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static PropertyDefinitionFilter onEvents(List<String> events, Optional<Boolean> seen) {
        return new PropertyDefinitionFilter(
                EVENTS,
                List.of(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                events,
                seen,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static PropertyDefinitionFilter notes(
            List<String> tags, Optional<Boolean> verified, Optional<Boolean> hidden) {
        return new PropertyDefinitionFilter(
                EVENTS,
                List.of(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                tags,
                verified,
                hidden);
    }
}
