package dev.tessera.app.definitions;

import static dev.tessera.app.definitions.DefinitionStores.ANN;
import static dev.tessera.app.definitions.DefinitionStores.NOW;
import static dev.tessera.app.definitions.DefinitionStores.OTHER;
import static dev.tessera.app.definitions.DefinitionStores.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.app.definitions.EventDefinitionFilter.By;
import dev.tessera.app.definitions.EventDefinitionFilter.Order;
import dev.tessera.app.definitions.EventDefinitionFilter.Sort;
import dev.tessera.app.definitions.Notes.Mark;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.tx.DuplicateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of event definitions must do. */
public abstract class EventDefinitionStoreKit {
    private static final PageRequest PAGE = new PageRequest(100, 0);
    private static final Notes VERIFIED = new Notes(
            Optional.of("Somebody came"),
            List.of("core", "web"),
            false,
            Optional.of(new Mark(NOW, Optional.of(ANN))),
            Optional.of(new Mark(NOW.plusSeconds(1), Optional.of(ANN))));

    private DefinitionStores stores;

    /** Empty stores. */
    protected abstract DefinitionStores stores();

    @BeforeEach
    void open() {
        stores = stores();
    }

    @Test
    void findsWhatWasMade() {
        EventDefinition made = stores.events().create(PROJECT, "Sign Up", Optional.of("plan"), VERIFIED);
        assertThat(made)
                .isEqualTo(new EventDefinition(
                        made.id(), "Sign Up", Optional.empty(), Optional.empty(), Optional.of("plan"), VERIFIED));
        assertThat(stores.events().find(PROJECT, made.id())).contains(made);
        assertThat(stores.events().lock(PROJECT, made.id())).contains(made);
        assertThat(stores.events().find(OTHER, made.id())).isEmpty();
        assertThat(stores.events().lock(OTHER, made.id())).isEmpty();
        assertThat(stores.events().count(PROJECT)).isEqualTo(1);
        assertThat(stores.events().count(OTHER)).isZero();
    }

    @Test
    void refusesTheSameNameTwice() {
        stores.see("signup", NOW);
        assertThatThrownBy(() -> stores.events().create(PROJECT, "signup", Optional.empty(), Notes.none()))
                .isInstanceOf(DuplicateException.class);
        assertThat(stores.events()
                        .create(OTHER, "signup", Optional.empty(), Notes.none())
                        .id())
                .isNotNull();
    }

    @Test
    void updatesNotesAndNothingThatEventsTell() {
        stores.see("signup", NOW);
        EventDefinition before = only(EventDefinitionFilter.none());
        stores.see("signup", NOW.plusSeconds(7_200));
        stores.events()
                .update(
                        PROJECT,
                        new EventDefinition(
                                before.id(),
                                before.name(),
                                before.createdAt(),
                                before.lastSeenAt(),
                                Optional.of("plan"),
                                VERIFIED));
        EventDefinition after = only(EventDefinitionFilter.none());
        assertThat(after.notes()).isEqualTo(VERIFIED);
        assertThat(after.primaryProperty()).contains("plan");
        assertThat(after.lastSeenAt()).contains(NOW.plusSeconds(7_200));
        stores.events()
                .update(
                        PROJECT,
                        new EventDefinition(
                                before.id(),
                                before.name(),
                                before.createdAt(),
                                before.lastSeenAt(),
                                Optional.empty(),
                                Notes.none()));
        assertThat(only(EventDefinitionFilter.none()).notes()).isEqualTo(Notes.none());
        assertThat(only(EventDefinitionFilter.none()).primaryProperty()).isEmpty();
    }

    @Test
    void changesNothingOfAnotherProject() {
        EventDefinition made = stores.events().create(PROJECT, "signup", Optional.empty(), VERIFIED);
        stores.events()
                .update(
                        OTHER,
                        new EventDefinition(
                                made.id(), "x", Optional.empty(), Optional.empty(), Optional.empty(), Notes.none()));
        stores.events().delete(OTHER, made.id());
        assertThat(stores.events().find(PROJECT, made.id())).contains(made);
    }

    @Test
    void deletesADefinitionWithItsTagsAndWhatWasSeenTogether() {
        stores.see("signup", NOW, "plan");
        stores.see("login", NOW, "plan");
        EventDefinition definition = only(terms("signup"));
        stores.events()
                .update(
                        PROJECT,
                        new EventDefinition(
                                definition.id(),
                                "signup",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                VERIFIED));
        stores.events().delete(PROJECT, definition.id());
        assertThat(stores.events().find(PROJECT, definition.id())).isEmpty();
        assertThat(stores.seen().known(PROJECT).together())
                .extracting(KnownDefinitions.KnownTogether::event)
                .containsExactly("login");
        stores.see("signup", NOW);
        assertThat(only(terms("signup")).notes()).isEqualTo(Notes.none());
    }

    @Test
    void searchesForAllTermsInNamesAndInWhatElseTheyAreCalled() {
        List.of("Sign Up_Done", "sign in", "100%", "$create_alias", "up").forEach(it -> stores.see(it, NOW));
        assertThat(names(terms("sign"))).containsExactly("sign in", "Sign Up_Done");
        assertThat(names(terms("up", "sign"))).containsExactly("Sign Up_Done");
        assertThat(names(terms("%"))).containsExactly("100%");
        assertThat(names(terms("_d"))).containsExactly("Sign Up_Done");
        assertThat(names(terms("nothing"))).isEmpty();
    }

    @Test
    void tellsEventsOfSdksFromOthers() {
        List.of("$pageview", "signup", "pay$").forEach(it -> stores.see(it, NOW));
        assertThat(names(filter(Sort.EVENT_POSTHOG, Order.standard()))).containsExactly("$pageview");
        assertThat(names(filter(Sort.EVENT_CUSTOM, Order.standard()))).containsExactly("pay$", "signup");
        assertThat(names(filter(Sort.EVENT, Order.standard()))).containsExactly("$pageview", "pay$", "signup");
    }

    @Test
    void filtersByNotes() {
        stores.events().create(PROJECT, "good", Optional.empty(), VERIFIED);
        stores.events()
                .create(
                        PROJECT,
                        "old",
                        Optional.empty(),
                        new Notes(Optional.empty(), List.of("legacy"), true, Optional.empty(), Optional.empty()));
        assertThat(names(notes(List.of("web", "none"), Optional.empty(), Optional.empty())))
                .containsExactly("good");
        assertThat(names(notes(List.of(), Optional.of(true), Optional.empty()))).containsExactly("good");
        assertThat(names(notes(List.of(), Optional.of(false), Optional.empty())))
                .containsExactly("old");
        assertThat(names(notes(List.of(), Optional.empty(), Optional.of(true)))).containsExactly("old");
        assertThat(names(notes(List.of(), Optional.empty(), Optional.of(false))))
                .containsExactly("good");
    }

    @Test
    void sortsByEachOrderAndByNameWhatIsEqual() {
        stores.events().create(PROJECT, "expected", Optional.empty(), Notes.none());
        stores.see("Beta", NOW);
        stores.see("alpha", NOW.plusSeconds(60));
        stores.see("gamma", NOW.minus(Duration.ofDays(1)));
        assertThat(names(order(By.NAME, false))).containsExactly("alpha", "Beta", "expected", "gamma");
        assertThat(names(order(By.NAME, true))).containsExactly("gamma", "expected", "Beta", "alpha");
        assertThat(names(order(By.LAST_SEEN_AT, false))).containsExactly("gamma", "Beta", "alpha", "expected");
        assertThat(names(order(By.LAST_SEEN_AT, true))).containsExactly("alpha", "Beta", "gamma", "expected");
        assertThat(names(order(By.LAST_SEEN_DAY, true))).containsExactly("alpha", "Beta", "gamma", "expected");
        assertThat(names(order(By.LAST_SEEN_DAY, false))).containsExactly("gamma", "alpha", "Beta", "expected");
        assertThat(names(order(By.CREATED_AT, false))).containsExactly("gamma", "Beta", "alpha", "expected");
        assertThat(names(order(By.CREATED_DAY, false))).containsExactly("gamma", "alpha", "Beta", "expected");
    }

    @Test
    void countsAllAndGivesAPage() {
        List.of("a", "b", "c", "d").forEach(it -> stores.see(it, NOW));
        Page<EventDefinition> page = stores.events().list(PROJECT, EventDefinitionFilter.none(), new PageRequest(2, 1));
        assertThat(page.count()).isEqualTo(4);
        assertThat(page.items()).extracting(EventDefinition::name).containsExactly("b", "c");
    }

    private EventDefinition only(EventDefinitionFilter filter) {
        List<EventDefinition> found =
                stores.events().list(PROJECT, filter, PAGE).items();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<String> names(EventDefinitionFilter filter) {
        return stores.events().list(PROJECT, filter, PAGE).items().stream()
                .map(EventDefinition::name)
                .toList();
    }

    private static EventDefinitionFilter terms(String... terms) {
        return new EventDefinitionFilter(
                List.of(terms), Sort.EVENT, List.of(), Optional.empty(), Optional.empty(), Order.standard());
    }

    private static EventDefinitionFilter order(By by, boolean descending) {
        return filter(Sort.EVENT, new Order(by, descending));
    }

    private static EventDefinitionFilter filter(Sort sort, Order order) {
        return new EventDefinitionFilter(List.of(), sort, List.of(), Optional.empty(), Optional.empty(), order);
    }

    private static EventDefinitionFilter notes(
            List<String> tags, Optional<Boolean> verified, Optional<Boolean> hidden) {
        return new EventDefinitionFilter(List.of(), Sort.EVENT, tags, verified, hidden, Order.standard());
    }
}
