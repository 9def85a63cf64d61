package dev.tessera.app.dashboards;

import static dev.tessera.app.tiles.BoardStores.ANN;
import static dev.tessera.app.tiles.BoardStores.BOB;
import static dev.tessera.app.tiles.BoardStores.NOW;
import static dev.tessera.app.tiles.BoardStores.OTHER;
import static dev.tessera.app.tiles.BoardStores.PROJECT;
import static dev.tessera.app.tiles.BoardStores.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.app.tiles.BoardStores;
import dev.tessera.app.tiles.RestrictionLevel;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of dashboards must do. */
public abstract class DashboardStoreKit {
    private static final PageRequest ALL = new PageRequest(100, 0);

    private BoardStores stores;
    private DashboardStore dashboards;

    /** The stores over empty tables of insights, dashboards, tiles and texts. */
    protected abstract BoardStores stores();

    @BeforeEach
    void begin() {
        stores = stores();
        dashboards = stores.dashboards();
    }

    @Test
    void keepsWhatItIsGiven() {
        DashboardDetails details = new DashboardDetails(
                Optional.of("KPIs 🙂"),
                "Ünits",
                true,
                List.of("bar", "foo"),
                RestrictionLevel.COLLABORATORS,
                Json.parse("{\"date_from\":\"-7d\"}"),
                Json.parse("{\"id\":{\"code_name\":\"a\"}}"),
                Json.parse("[{\"breakdownValue\":\"x\",\"colorToken\":null}]"),
                Optional.of(NOW),
                Optional.of(NOW.plusSeconds(1)));
        Dashboard dashboard =
                dashboards.create(PROJECT, new NewDashboard(details, false, CreationMode.DUPLICATE, ANN, NOW));
        assertThat(dashboard)
                .isEqualTo(
                        new Dashboard(dashboard.id(), details, false, CreationMode.DUPLICATE, NOW, Optional.of(ANN)));
        assertThat(dashboards.find(PROJECT, dashboard.id())).contains(dashboard);
        assertThat(dashboards.find(PROJECT, new DashboardId(999))).isEmpty();
    }

    @Test
    void updatesEverythingThatCanChange() {
        Dashboard dashboard =
                stores.dashboard(PROJECT, CreationMode.DEFAULT, details("a", "b", true, List.of("one", "two")));
        Dashboard later = dashboard.with(DashboardDetails.none(), true);
        dashboards.update(PROJECT, later);
        assertThat(dashboards.find(PROJECT, dashboard.id())).contains(later);
        Dashboard again = dashboard.with(details("c", "", false, List.of("two", "zwei")), false);
        dashboards.update(PROJECT, again);
        assertThat(dashboards.find(PROJECT, dashboard.id())).contains(again);
        assertThat(stores.transactions().write(() -> dashboards.lock(PROJECT, dashboard.id())))
                .contains(again);
    }

    @Test
    void listsPinnedOnesFirstThenByNameWhateverItsCaseAndNamelessLast() {
        stores.dashboard(PROJECT, "b");
        stores.dashboard(PROJECT, CreationMode.DEFAULT, details("z", "", true, List.of()));
        stores.dashboard(PROJECT, CreationMode.DEFAULT, DashboardDetails.none());
        stores.dashboard(PROJECT, "ä");
        stores.dashboard(PROJECT, "B");
        stores.dashboard(PROJECT, "a");
        stores.dashboard(OTHER, "foreign");
        assertThat(names(dashboards.list(PROJECT, DashboardFilter.none(), ALL)))
                .containsExactly("z", "a", "b", "B", "ä", "");
    }

    @Test
    void pagesAndCountsAll() {
        stores.dashboard(PROJECT, "a");
        stores.dashboard(PROJECT, "b");
        stores.dashboard(PROJECT, "c");
        Page<Dashboard> page = dashboards.list(PROJECT, DashboardFilter.none(), new PageRequest(2, 1));
        assertThat(page.count()).isEqualTo(3);
        assertThat(names(page)).containsExactly("b", "c");
        assertThat(dashboards
                        .list(PROJECT, DashboardFilter.none(), new PageRequest(2, 9))
                        .items())
                .isEmpty();
    }

    @Test
    void listsNeitherDeletedNorUnlistedOnesUnlessAskedFor() {
        Dashboard gone = stores.dashboard(PROJECT, "gone");
        dashboards.update(PROJECT, gone.with(gone.details(), true));
        stores.dashboard(PROJECT, CreationMode.UNLISTED, details("hidden", "", false, List.of()));
        stores.dashboard(PROJECT, CreationMode.TEMPLATE, details("made", "", false, List.of()));
        assertThat(names(dashboards.list(PROJECT, DashboardFilter.none(), ALL))).containsExactly("made");
        assertThat(names(dashboards.list(
                        PROJECT, new DashboardFilter("", List.of(), Optional.of(CreationMode.UNLISTED), false), ALL)))
                .containsExactly("hidden");
    }

    @Test
    void searchesNameDescriptionAndTagsWhateverTheirCase() {
        stores.dashboard(PROJECT, CreationMode.DEFAULT, details("Größe ÄPFEL", "", false, List.of()));
        stores.dashboard(PROJECT, CreationMode.DEFAULT, details("b", "100% of äpfel_", false, List.of()));
        stores.dashboard(PROJECT, CreationMode.DEFAULT, details("c", "", false, List.of("äpfel")));
        stores.dashboard(PROJECT, CreationMode.DEFAULT, details("d", "1000", false, List.of()));
        assertThat(names(search("äpfel"))).containsExactly("b", "c", "Größe ÄPFEL");
        assertThat(names(search("0% o"))).containsExactly("b");
        assertThat(names(search("l_"))).containsExactly("b");
    }

    @Test
    void findsWhatHasOneOfTheTagsOnce() {
        stores.dashboard(PROJECT, CreationMode.DEFAULT, details("a", "", false, List.of("one", "two")));
        stores.dashboard(PROJECT, CreationMode.DEFAULT, details("b", "", false, List.of("two")));
        stores.dashboard(PROJECT, CreationMode.DEFAULT, details("c", "", false, List.of("three")));
        DashboardFilter filter = new DashboardFilter("", List.of("one", "two"), Optional.empty(), false);
        Page<Dashboard> found = dashboards.list(PROJECT, filter, ALL);
        assertThat(names(found)).containsExactly("a", "b");
        assertThat(found.count()).isEqualTo(2);
        assertThat(found.items().getFirst().details().tags()).containsExactly("one", "two");
    }

    @Test
    void leavesOutWhatIsNamedAsGenerated() {
        stores.dashboard(PROJECT, "Generated Dashboard: x flag");
        stores.dashboard(PROJECT, "generated dashboard of mine");
        stores.dashboard(PROJECT, CreationMode.DEFAULT, DashboardDetails.none());
        assertThat(names(dashboards.list(PROJECT, new DashboardFilter("", List.of(), Optional.empty(), true), ALL)))
                .containsExactly("generated dashboard of mine", "");
    }

    @Test
    void remembersTheLatestLook() {
        Dashboard dashboard = stores.dashboard(PROJECT, "a");
        dashboards.markAccessed(PROJECT, dashboard.id(), NOW);
        dashboards.markAccessed(PROJECT, dashboard.id(), NOW.minusSeconds(1));
        dashboards.markAccessed(OTHER, dashboard.id(), NOW.plusSeconds(1));
        assertThat(dashboards
                        .find(PROJECT, dashboard.id())
                        .orElseThrow()
                        .details()
                        .lastAccessedAt())
                .contains(NOW);
    }

    @Test
    void remembersTheLatestViewOfEachUser() {
        Dashboard first = stores.dashboard(PROJECT, "a");
        Dashboard second = stores.dashboard(PROJECT, "b");
        dashboards.markViewed(PROJECT, first.id(), ANN, NOW);
        dashboards.markViewed(PROJECT, first.id(), ANN, NOW.plusSeconds(2));
        dashboards.markViewed(PROJECT, first.id(), ANN, NOW.plusSeconds(1));
        dashboards.markViewed(PROJECT, first.id(), BOB, NOW.plusSeconds(9));
        dashboards.markViewed(PROJECT, new DashboardId(999), ANN, NOW);
        List<DashboardId> all = List.of(first.id(), second.id(), new DashboardId(999));
        assertThat(dashboards.views(PROJECT, ANN, all)).isEqualTo(Map.of(first.id(), NOW.plusSeconds(2)));
        assertThat(dashboards.views(PROJECT, BOB, all)).isEqualTo(Map.of(first.id(), NOW.plusSeconds(9)));
        assertThat(dashboards.views(PROJECT, ANN, List.of())).isEmpty();
    }

    @Test
    void seesAndChangesNothingOfAnotherProject() {
        Dashboard dashboard = stores.dashboard(PROJECT, CreationMode.DEFAULT, details("a", "", false, List.of("t")));
        assertThat(dashboards.find(OTHER, dashboard.id())).isEmpty();
        assertThat(dashboards.lock(OTHER, dashboard.id())).isEmpty();
        dashboards.update(OTHER, dashboard.with(DashboardDetails.none(), true));
        dashboards.markViewed(OTHER, dashboard.id(), ANN, NOW);
        assertThat(dashboards.views(PROJECT, ANN, List.of(dashboard.id()))).isEmpty();
        dashboards.markViewed(PROJECT, dashboard.id(), ANN, NOW);
        assertThat(dashboards.views(OTHER, ANN, List.of(dashboard.id()))).isEmpty();
        assertThat(dashboards.find(PROJECT, dashboard.id())).contains(dashboard);
    }

    @Test
    void leavesNothingOfATransactionThatFails() {
        assertThatThrownBy(() -> stores.transactions().write(() -> {
                    stores.dashboard(PROJECT, "a");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(dashboards.list(PROJECT, DashboardFilter.none(), ALL).count())
                .isZero();
    }

    private Page<Dashboard> search(String text) {
        return dashboards.list(PROJECT, new DashboardFilter(text, List.of(), Optional.empty(), false), ALL);
    }

    private static List<String> names(Page<Dashboard> page) {
        return page.items().stream().map(it -> it.details().name().orElse("")).toList();
    }
}
