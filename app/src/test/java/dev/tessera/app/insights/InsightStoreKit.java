package dev.tessera.app.insights;

import static dev.tessera.app.tiles.BoardStores.ANN;
import static dev.tessera.app.tiles.BoardStores.BOB;
import static dev.tessera.app.tiles.BoardStores.NOW;
import static dev.tessera.app.tiles.BoardStores.OTHER;
import static dev.tessera.app.tiles.BoardStores.PROJECT;
import static dev.tessera.app.tiles.BoardStores.details;
import static dev.tessera.app.tiles.BoardStores.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.app.access.UserId;
import dev.tessera.app.dashboards.CreationMode;
import dev.tessera.app.dashboards.Dashboard;
import dev.tessera.app.tiles.BoardStores;
import dev.tessera.app.tiles.Tile;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.id.InsightId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.tx.DuplicateException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What every store of insights must do. */
public abstract class InsightStoreKit {
    private static final PageRequest ALL = new PageRequest(100, 0);

    private BoardStores stores;
    private InsightStore insights;

    /** The stores over empty tables of insights, dashboards, tiles and texts. */
    protected abstract BoardStores stores();

    @BeforeEach
    void begin() {
        stores = stores();
        insights = stores.insights();
    }

    @Test
    void keepsWhatItIsGiven() {
        InsightDetails details = new InsightDetails(
                Optional.of("Näme 🙂"),
                Optional.of("derived"),
                Optional.of("description"),
                Optional.of(trends("\"x\"")),
                OptionalInt.of(-3),
                List.of("bar", "foo"));
        Insight insight = insights.create(PROJECT, new NewInsight("aBcD1234", details, false, true, ANN, NOW));
        assertThat(insight)
                .isEqualTo(new Insight(
                        insight.id(),
                        "aBcD1234",
                        details,
                        false,
                        true,
                        NOW,
                        Optional.of(ANN),
                        NOW,
                        NOW,
                        Optional.of(ANN)));
        assertThat(insights.find(PROJECT, insight.id())).contains(insight);
        assertThat(insights.findByShortId(PROJECT, "aBcD1234")).contains(insight);
        assertThat(insights.findByShortId(PROJECT, "abcd1234")).isEmpty();
        assertThat(insights.find(PROJECT, List.of(insight.id(), new InsightId(99))))
                .isEqualTo(Map.of(insight.id(), insight));
    }

    @Test
    void keepsShortIdsUniqueInAProjectOnly() {
        stores.insight(PROJECT, "aaaaaaaa");
        assertThat(stores.insight(OTHER, "aaaaaaaa").shortId()).isEqualTo("aaaaaaaa");
        assertThatThrownBy(() -> stores.insight(PROJECT, "aaaaaaaa")).isInstanceOf(DuplicateException.class);
    }

    @Test
    void updatesEverythingThatCanChange() {
        Insight insight = stores.insight(PROJECT, "aaaaaaaa", named("a", "one", "two"));
        Insight later = new Insight(
                insight.id(),
                "aaaaaaaa",
                InsightDetails.none(),
                true,
                true,
                NOW,
                Optional.of(ANN),
                NOW.plusSeconds(1),
                NOW.plusSeconds(2),
                Optional.of(BOB));
        insights.update(PROJECT, later);
        assertThat(insights.find(PROJECT, insight.id())).contains(later);
        assertThat(stores.transactions().write(() -> insights.lock(PROJECT, insight.id())))
                .contains(later);
    }

    @Test
    void deletesAndRestoresWithoutChangingAnythingElse() {
        Insight insight = stores.insight(PROJECT, "aaaaaaaa", named("a", "one"));
        insights.setDeleted(PROJECT, List.of(insight.id()), true);
        assertThat(insights.find(PROJECT, insight.id()).orElseThrow().deleted()).isTrue();
        assertThat(list(_ -> {})).isEmpty();
        insights.setDeleted(PROJECT, List.of(insight.id()), false);
        assertThat(insights.find(PROJECT, insight.id())).contains(insight);
    }

    @Test
    void keepsMarksOfEachUserApart() {
        Insight insight = stores.insight(PROJECT, "aaaaaaaa");
        InsightMarks marks = new InsightMarks(true, Optional.of(NOW));
        insights.mark(PROJECT, ANN, insight.id(), new InsightMarks(false, Optional.empty()));
        insights.mark(PROJECT, ANN, insight.id(), marks);
        assertThat(insights.marks(PROJECT, ANN, List.of(insight.id()))).isEqualTo(Map.of(insight.id(), marks));
        assertThat(insights.marks(PROJECT, BOB, List.of(insight.id()))).isEmpty();
        assertThat(insights.marks(PROJECT, ANN, List.of())).isEmpty();
    }

    @Test
    void remembersViewsAndKeepsFavourites() {
        Insight liked = stores.insight(PROJECT, "aaaaaaaa");
        Insight other = stores.insight(PROJECT, "bbbbbbbb");
        Insight foreign = stores.insight(OTHER, "cccccccc");
        insights.mark(PROJECT, ANN, liked.id(), new InsightMarks(true, Optional.of(NOW)));
        insights.markViewed(
                PROJECT, ANN, List.of(liked.id(), other.id(), foreign.id(), new InsightId(99)), NOW.plusSeconds(1));
        insights.markViewed(PROJECT, ANN, List.of(), NOW.plusSeconds(2));
        List<InsightId> all = List.of(liked.id(), other.id(), foreign.id());
        assertThat(insights.marks(PROJECT, ANN, all))
                .isEqualTo(Map.of(
                        liked.id(), new InsightMarks(true, Optional.of(NOW.plusSeconds(1))),
                        other.id(), new InsightMarks(false, Optional.of(NOW.plusSeconds(1)))));
        assertThat(insights.marks(PROJECT, BOB, all)).isEmpty();
        assertThat(insights.marks(OTHER, ANN, all)).isEmpty();
    }

    @Test
    void seesAndChangesNothingOfAnotherProject() {
        Insight insight = stores.insight(PROJECT, "aaaaaaaa", named("a", "tag"));
        InsightMarks marks = new InsightMarks(true, Optional.of(NOW));
        insights.mark(PROJECT, ANN, insight.id(), marks);
        assertThat(insights.find(OTHER, insight.id())).isEmpty();
        assertThat(insights.findByShortId(OTHER, "aaaaaaaa")).isEmpty();
        assertThat(insights.lock(OTHER, insight.id())).isEmpty();
        assertThat(insights.marks(OTHER, ANN, List.of(insight.id()))).isEmpty();
        assertThat(insights.list(OTHER, ANN, InsightFilter.none(), ALL).count()).isZero();
        insights.setDeleted(OTHER, List.of(insight.id()), true);
        insights.mark(OTHER, ANN, insight.id(), InsightMarks.none());
        insights.update(
                OTHER,
                new Insight(
                        insight.id(),
                        "aaaaaaaa",
                        InsightDetails.none(),
                        true,
                        true,
                        NOW,
                        Optional.empty(),
                        NOW,
                        NOW,
                        Optional.empty()));
        assertThat(insights.find(PROJECT, insight.id())).contains(insight);
        assertThat(insights.marks(PROJECT, ANN, List.of(insight.id()))).containsEntry(insight.id(), marks);
    }

    @Test
    void pagesAndCountsAll() {
        stores.insight(PROJECT, "aaaaaaaa");
        stores.insight(PROJECT, "bbbbbbbb");
        stores.insight(PROJECT, "cccccccc");
        Page<Insight> page = insights.list(PROJECT, ANN, InsightFilter.none(), new PageRequest(2, 1));
        assertThat(page.count()).isEqualTo(3);
        assertThat(page.items()).extracting(Insight::shortId).containsExactly("bbbbbbbb", "cccccccc");
    }

    @Test
    void takesWhatIsOnAListedDashboardForSaved() {
        insights.create(PROJECT, new NewInsight("saved___", InsightDetails.none(), false, true, ANN, NOW));
        Insight shown = stores.insight(PROJECT, "shown___");
        Insight hidden = stores.insight(PROJECT, "hidden__");
        Insight removed = stores.insight(PROJECT, "removed_");
        Dashboard dashboard = stores.dashboard(PROJECT, "a");
        stores.tile(PROJECT, dashboard, shown);
        Tile tile = stores.tile(PROJECT, dashboard, removed);
        stores.tiles().update(PROJECT, tile.withDeleted(Optional.of(true)));
        stores.tile(
                PROJECT, stores.dashboard(PROJECT, CreationMode.UNLISTED, details("h", "", false, List.of())), hidden);
        assertThat(list(it -> it.saved = Optional.of(true))).containsExactly("saved___", "shown___");
        assertThat(list(it -> it.saved = Optional.of(false))).containsExactly("shown___", "hidden__", "removed_");
    }

    @Test
    void filtersByMarksOfTheCallerAlone() {
        Insight liked = stores.insight(PROJECT, "liked___");
        Insight other = stores.insight(PROJECT, "other___");
        insights.mark(PROJECT, ANN, liked.id(), new InsightMarks(true, Optional.of(NOW)));
        insights.mark(PROJECT, BOB, other.id(), new InsightMarks(true, Optional.of(NOW)));
        assertThat(list(it -> it.favorited = true)).containsExactly("liked___");
        assertThat(list(it -> it.viewed = new Span(Optional.of(NOW.minusSeconds(1)), Optional.empty())))
                .containsExactly("liked___");
    }

    @Test
    void filtersByCreatorKindAndShortId() {
        insights.create(PROJECT, new NewInsight("bobs____", InsightDetails.none(), false, false, BOB, NOW));
        stores.insight(
                PROJECT,
                "trends__",
                new InsightDetails(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(trends("null")),
                        OptionalInt.empty(),
                        List.of()));
        assertThat(list(it -> it.createdBy = Optional.of(List.of(BOB)))).containsExactly("bobs____");
        assertThat(list(it -> it.createdBy = Optional.of(List.of()))).isEmpty();
        assertThat(list(it -> it.kind = Optional.of(InsightKind.TRENDS))).containsExactly("trends__");
        assertThat(list(it -> it.kind = Optional.of(InsightKind.SQL))).isEmpty();
        assertThat(list(it -> it.shortId = Optional.of("bobs____"))).containsExactly("bobs____");
    }

    @Test
    void searchesNamesDescriptionAndTagsWhateverTheirCase() {
        stores.insight(PROJECT, "name____", named("Größe ÄPFEL"));
        stores.insight(
                PROJECT,
                "derived_",
                new InsightDetails(
                        Optional.empty(),
                        Optional.of("Äpfel 100%"),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        List.of()));
        stores.insight(PROJECT, "tag_____", named("x", "äpfel"));
        stores.insight(PROJECT, "nothing_", named("1000"));
        assertThat(list(it -> it.search = "äpfel")).containsExactly("name____", "derived_", "tag_____");
        assertThat(list(it -> it.search = "100%")).containsExactly("derived_");
    }

    @Test
    void wantsAllOfTheDashboardsAndOneOfTheTags() {
        Insight both = stores.insight(PROJECT, "both____", named("a", "one"));
        Insight one = stores.insight(PROJECT, "one_____", named("b", "one", "two"));
        stores.insight(PROJECT, "none____", named("c", "three"));
        Dashboard first = stores.dashboard(PROJECT, "1");
        Dashboard second = stores.dashboard(PROJECT, "2");
        stores.tile(PROJECT, first, both);
        stores.tile(PROJECT, second, both);
        stores.tile(PROJECT, first, one);
        assertThat(list(it -> it.dashboards = List.of(first.id()))).containsExactly("both____", "one_____");
        assertThat(list(it -> it.dashboards = List.of(first.id(), second.id()))).containsExactly("both____");
        assertThat(list(it -> it.tags = List.of("one", "two"))).containsExactly("both____", "one_____");
    }

    @Test
    void limitsTimesWithoutTheirEnds() {
        create("early___", NOW);
        create("middle__", NOW.plusSeconds(1));
        create("late____", NOW.plusSeconds(2));
        Span span = new Span(Optional.of(NOW), Optional.of(NOW.plusSeconds(2)));
        assertThat(list(it -> it.created = span)).containsExactly("middle__");
        assertThat(list(it -> it.modified = span)).containsExactly("middle__");
    }

    @Test
    void sortsAsAskedWithWhatHasNoValueLast() {
        Insight first = insights.create(
                PROJECT, new NewInsight("first___", ordered("b", OptionalInt.of(2)), false, false, BOB, NOW));
        insights.create(
                PROJECT,
                new NewInsight("second__", ordered("A", OptionalInt.empty()), false, false, ANN, NOW.plusSeconds(2)));
        insights.create(
                PROJECT, new NewInsight("third___", InsightDetails.none(), false, false, ANN, NOW.plusSeconds(1)));
        insights.mark(PROJECT, ANN, first.id(), new InsightMarks(false, Optional.of(NOW)));
        assertThat(sorted("order")).containsExactly("first___", "second__", "third___");
        assertThat(sorted("name")).containsExactly("second__", "first___", "third___");
        assertThat(sorted("-name")).containsExactly("first___", "second__", "third___");
        assertThat(sorted("created_at")).containsExactly("first___", "third___", "second__");
        assertThat(sorted("-last_modified_at")).containsExactly("second__", "third___", "first___");
        assertThat(sorted("created_by")).containsExactly("second__", "third___", "first___");
        assertThat(sorted("-last_viewed_at")).containsExactly("first___", "second__", "third___");
    }

    /** The short ids of what Ann is shown, changing one thing of a filter that lets everything through. */
    private List<String> list(Consumer<Wanted> change) {
        Wanted wanted = new Wanted();
        change.accept(wanted);
        Page<Insight> page = insights.list(PROJECT, ANN, wanted.filter(), ALL);
        assertThat(page.count()).isEqualTo(page.items().size());
        return page.items().stream().map(Insight::shortId).toList();
    }

    private List<String> sorted(String order) {
        return list(it -> it.order = InsightOrder.parse(order).orElseThrow());
    }

    private void create(String shortId, Instant at) {
        insights.create(PROJECT, new NewInsight(shortId, InsightDetails.none(), false, false, ANN, at));
    }

    private static InsightDetails ordered(String name, OptionalInt order) {
        return new InsightDetails(
                Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty(), order, List.of());
    }

    private static JsonNode trends(String event) {
        return Json.parse("{\"kind\":\"InsightVizNode\",\"source\":{\"kind\":\"TrendsQuery\",\"series\":"
                + "[{\"kind\":\"EventsNode\",\"event\":" + event + "}]}}");
    }

    private static final class Wanted {
        private Optional<Boolean> saved = Optional.empty();
        private boolean favorited;
        private Optional<List<UserId>> createdBy = Optional.empty();
        private Optional<InsightKind> kind = Optional.empty();
        private String search = "";
        private Span modified = Span.always();
        private Span created = Span.always();
        private Span viewed = Span.always();
        private List<DashboardId> dashboards = List.of();
        private List<String> tags = List.of();
        private Optional<String> shortId = Optional.empty();
        private InsightOrder order = InsightOrder.standard();

        InsightFilter filter() {
            return new InsightFilter(
                    saved,
                    favorited,
                    createdBy,
                    kind,
                    search,
                    modified,
                    created,
                    viewed,
                    dashboards,
                    tags,
                    shortId,
                    order);
        }
    }
}
