package dev.tessera.app.tiles;

import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.id.InsightId;
import dev.tessera.kernel.id.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Keeps tiles and texts. Whatever does not belong to the given project does not exist. */
public interface TileStore {
    /** Those of {@code ids} that are live dashboards. */
    Map<DashboardId, Board> boards(ProjectId project, Collection<DashboardId> ids);

    /** The stored filters of a live dashboard. */
    Optional<JsonNode> filters(ProjectId project, DashboardId dashboard);

    /** A tile, removed or not, on whatever dashboard. */
    Optional<Tile> find(ProjectId project, TileId id);

    /** All tiles of {@code dashboard}, removed ones too, by id. */
    List<Tile> on(ProjectId project, DashboardId dashboard);

    /** How many tiles {@code dashboard} has, removed ones too. */
    int count(ProjectId project, DashboardId dashboard);

    /** What of {@code dashboard}, its tiles and all that they show there is to read. */
    StoredSize size(ProjectId project, DashboardId dashboard);

    /**
     * All tiles that show one of {@code insights}, removed ones too, by id. They can be many: they are without their layouts
     * and filters, and not to be stored.
     */
    List<Tile> placesOfInsights(ProjectId project, Collection<InsightId> insights);

    /** All tiles that show one of {@code texts}, like {@link #placesOfInsights}. */
    List<Tile> placesOfTexts(ProjectId project, Collection<TextId> texts);

    /**
     * Stores a new tile, which is live, and gives it its id.
     *
     * @throws dev.tessera.kernel.tx.DuplicateException when the dashboard has a tile for this content
     */
    Tile create(ProjectId project, DashboardId dashboard, TileContent content, TileLook look);

    /** Stores everything of {@code tile} but its dashboard. */
    void update(ProjectId project, Tile tile);

    /** Removes all tiles of {@code dashboard}. */
    void removeAll(ProjectId project, DashboardId dashboard);

    /** Brings back all tiles of {@code dashboard}, whenever and however they were removed. */
    void restoreAll(ProjectId project, DashboardId dashboard);

    /** Removes all tiles that show one of {@code insights}. */
    void removeInsights(ProjectId project, Collection<InsightId> insights);

    /** Those of {@code ids} that exist. */
    Map<TextId, Text> texts(ProjectId project, Collection<TextId> ids);

    /** Stores a new text and gives it its id; the id of {@code text} means nothing. */
    Text createText(ProjectId project, Text text);

    /** Stores everything of {@code text}. */
    void updateText(ProjectId project, Text text);
}
