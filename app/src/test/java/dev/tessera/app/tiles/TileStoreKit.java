package dev.tessera.app.tiles;

import static dev.tessera.app.tiles.BoardStores.ANN;
import static dev.tessera.app.tiles.BoardStores.BOB;
import static dev.tessera.app.tiles.BoardStores.NOW;
import static dev.tessera.app.tiles.BoardStores.OTHER;
import static dev.tessera.app.tiles.BoardStores.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.app.dashboards.Dashboard;
import dev.tessera.app.insights.Insight;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.tx.DuplicateException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of tiles must do. */
public abstract class TileStoreKit {
    private BoardStores stores;
    private TileStore tiles;
    private Dashboard dashboard;
    private Insight insight;

    /** The stores over empty tables of insights, dashboards, tiles and texts. */
    protected abstract BoardStores stores();

    @BeforeEach
    void begin() {
        stores = stores();
        tiles = stores.tiles();
        dashboard = stores.dashboard(PROJECT, "first");
        insight = stores.insight(PROJECT, "aaaaaaaa");
    }

    @Test
    void givesANewTileWhatATileBeginsWith() {
        TileLook look = new TileLook(
                Json.parse("{\"sm\":{\"x\":\"1\",\"y\":0}}"),
                Optional.of("red"),
                Optional.of(true),
                Optional.of(false));
        Tile tile = tiles.create(PROJECT, dashboard.id(), new TileContent.OfInsight(insight.id()), look);
        assertThat(tile)
                .isEqualTo(new Tile(
                        tile.id(),
                        dashboard.id(),
                        new TileContent.OfInsight(insight.id()),
                        look,
                        Optional.of(Json.object()),
                        Optional.empty()));
        assertThat(tiles.find(PROJECT, tile.id())).contains(tile);
        assertThat(tiles.on(PROJECT, dashboard.id())).containsExactly(tile);
        assertThat(tiles.placesOfInsights(PROJECT, List.of(insight.id())))
                .containsExactly(tile.withLook(TileLook.plain()).withFiltersOverrides(Optional.empty()));
    }

    @Test
    void keepsOneTileForAContentOnADashboard() {
        Tile tile = stores.tile(PROJECT, dashboard, insight);
        tiles.update(PROJECT, tile.withDeleted(Optional.of(true)));
        assertThatThrownBy(() -> stores.tile(PROJECT, dashboard, insight)).isInstanceOf(DuplicateException.class);
        Dashboard second = stores.dashboard(PROJECT, "second");
        assertThat(stores.tile(PROJECT, second, insight).dashboard()).isEqualTo(second.id());
    }

    @Test
    void updatesEverythingThatCanChange() {
        Tile tile = stores.tile(PROJECT, dashboard, insight);
        Tile later = new Tile(
                tile.id(),
                dashboard.id(),
                tile.content(),
                new TileLook(Json.parse("{\"xs\":{}}"), Optional.of("Grün 🙂"), Optional.of(false), Optional.of(true)),
                Optional.of(Json.parse("{\"date_from\":\"-7d\"}")),
                Optional.of(true));
        tiles.update(PROJECT, later);
        assertThat(tiles.on(PROJECT, dashboard.id())).containsExactly(later);
        Tile cleared = later.withLook(TileLook.plain())
                .withFiltersOverrides(Optional.empty())
                .withDeleted(Optional.empty());
        tiles.update(PROJECT, cleared);
        assertThat(tiles.on(PROJECT, dashboard.id())).containsExactly(cleared);
    }

    @Test
    void removesAndRestoresAllTilesOfADashboardAndNoOthers() {
        stores.tile(PROJECT, dashboard, insight);
        stores.tile(PROJECT, dashboard, stores.insight(PROJECT, "bbbbbbbb"));
        Dashboard second = stores.dashboard(PROJECT, "second");
        stores.tile(PROJECT, second, insight);
        tiles.removeAll(PROJECT, dashboard.id());
        assertThat(tiles.count(PROJECT, dashboard.id())).isEqualTo(2);
        assertThat(tiles.on(PROJECT, dashboard.id())).extracting(Tile::isLive).containsExactly(false, false);
        assertThat(tiles.on(PROJECT, second.id())).extracting(Tile::isLive).containsExactly(true);
        tiles.restoreAll(PROJECT, dashboard.id());
        assertThat(tiles.on(PROJECT, dashboard.id())).extracting(Tile::isLive).containsExactly(true, true);
    }

    @Test
    void removesTheTilesOfAnInsightFromEveryDashboard() {
        Insight stays = stores.insight(PROJECT, "bbbbbbbb");
        stores.tile(PROJECT, dashboard, insight);
        stores.tile(PROJECT, dashboard, stays);
        stores.tile(PROJECT, stores.dashboard(PROJECT, "second"), insight);
        tiles.removeInsights(PROJECT, List.of(insight.id()));
        tiles.removeInsights(PROJECT, List.of());
        assertThat(tiles.placesOfInsights(PROJECT, List.of(insight.id())))
                .extracting(Tile::isLive)
                .containsExactly(false, false);
        assertThat(tiles.placesOfInsights(PROJECT, List.of(stays.id())))
                .extracting(Tile::isLive)
                .containsExactly(true);
    }

    @Test
    void keepsTextsAndTheTilesThatShowThem() {
        Text text = tiles.createText(
                PROJECT, new Text(new TextId(1), Optional.of("# Hällo 🙂"), Optional.of(ANN), Optional.empty(), NOW));
        Text other = tiles.createText(
                PROJECT, new Text(new TextId(1), Optional.empty(), Optional.empty(), Optional.of(BOB), NOW));
        Tile tile = tiles.create(PROJECT, dashboard.id(), new TileContent.OfText(text.id()), TileLook.plain());
        assertThat(tiles.texts(PROJECT, List.of(text.id(), other.id(), new TextId(99))))
                .isEqualTo(Map.of(text.id(), text, other.id(), other));
        assertThat(tiles.placesOfTexts(PROJECT, List.of(text.id(), other.id())))
                .containsExactly(tile.withFiltersOverrides(Optional.empty()));
        Text later = new Text(text.id(), Optional.of("bye"), Optional.of(BOB), Optional.of(ANN), NOW.plusSeconds(1));
        tiles.updateText(PROJECT, later);
        tiles.update(PROJECT, tile.withContent(new TileContent.OfText(other.id())));
        assertThat(tiles.texts(PROJECT, List.of(text.id()))).containsEntry(text.id(), later);
        assertThat(tiles.placesOfTexts(PROJECT, List.of(other.id())))
                .extracting(Tile::id)
                .containsExactly(tile.id());
    }

    @Test
    void knowsHowMuchThereIsToReadOfADashboard() {
        StoredSize nothing = tiles.size(PROJECT, dashboard.id());
        Tile tile = stores.tile(PROJECT, dashboard, insight);
        StoredSize before = tiles.size(PROJECT, dashboard.id());
        assertThat(before.json()).isGreaterThan(nothing.json());
        String layouts = "{\"sm\":{\"x\":\"" + "1".repeat(1_000) + "\"}}";
        tiles.update(PROJECT, tile.withLook(tile.look().withLayouts(Json.parse(layouts))));
        assertThat(tiles.size(PROJECT, dashboard.id()).json() - before.json()).isEqualTo(layouts.length() - 2L);
        Text text = tiles.createText(
                PROJECT, new Text(new TextId(1), Optional.of("t".repeat(50)), Optional.empty(), Optional.empty(), NOW));
        tiles.create(PROJECT, dashboard.id(), new TileContent.OfText(text.id()), TileLook.plain());
        assertThat(tiles.size(PROJECT, dashboard.id()).text() - before.text()).isEqualTo(50);
    }

    @Test
    void findsLiveDashboardsOnly() {
        Dashboard second = stores.dashboard(PROJECT, "second");
        stores.dashboards().update(PROJECT, second.with(second.details(), true));
        Dashboard foreign = stores.dashboard(OTHER, "foreign");
        assertThat(tiles.boards(PROJECT, List.of(dashboard.id(), second.id(), foreign.id())))
                .isEqualTo(Map.of(dashboard.id(), dashboard.board()));
        assertThat(tiles.boards(PROJECT, List.of())).isEmpty();
    }

    @Test
    void seesAndChangesNothingOfAnotherProject() {
        Tile tile = stores.tile(PROJECT, dashboard, insight);
        Text text = tiles.createText(
                PROJECT, new Text(new TextId(1), Optional.of("mine"), Optional.empty(), Optional.empty(), NOW));
        assertThat(tiles.find(OTHER, tile.id())).isEmpty();
        assertThat(tiles.on(OTHER, dashboard.id())).isEmpty();
        assertThat(tiles.count(OTHER, dashboard.id())).isZero();
        assertThat(tiles.placesOfInsights(OTHER, List.of(insight.id()))).isEmpty();
        assertThat(tiles.texts(OTHER, List.of(text.id()))).isEmpty();
        tiles.update(OTHER, tile.withDeleted(Optional.of(true)));
        tiles.updateText(OTHER, new Text(text.id(), Optional.of("yours"), Optional.empty(), Optional.empty(), NOW));
        tiles.removeAll(OTHER, dashboard.id());
        tiles.removeInsights(OTHER, List.of(insight.id()));
        assertThat(tiles.on(PROJECT, dashboard.id())).containsExactly(tile);
        assertThat(tiles.texts(PROJECT, List.of(text.id()))).containsEntry(text.id(), text);
    }
}
