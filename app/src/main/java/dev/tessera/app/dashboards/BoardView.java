package dev.tessera.app.dashboards;

import dev.tessera.app.insights.Insight;
import dev.tessera.app.insights.Surroundings;
import dev.tessera.app.tiles.Text;
import dev.tessera.app.tiles.TextId;
import dev.tessera.app.tiles.Tile;
import dev.tessera.app.tiles.TileContent;
import dev.tessera.kernel.id.InsightId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dashboard with all that is shown of it but results.
 *
 * @param tiles the visible ones, in their order
 * @param textTiles all tiles that show each text, removed ones too; only where they are
 * @param lastViewedAt by whom it is shown to, if ever
 */
record BoardView(
        Dashboard dashboard,
        List<Tile> tiles,
        Map<InsightId, Insight> insights,
        Map<TextId, Text> texts,
        Map<TextId, List<Tile>> textTiles,
        Optional<Instant> lastViewedAt,
        Surroundings around) {
    BoardView {
        tiles = List.copyOf(tiles);
        insights = Map.copyOf(insights);
        texts = Map.copyOf(texts);
        textTiles = Map.copyOf(textTiles);
    }

    /** The insight that {@code tile} shows, if it shows one. */
    Optional<Insight> insight(Tile tile) {
        return tile.content() instanceof TileContent.OfInsight it
                ? Optional.ofNullable(insights.get(it.id()))
                : Optional.empty();
    }
}
