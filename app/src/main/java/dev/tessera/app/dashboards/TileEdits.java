package dev.tessera.app.dashboards;

import dev.tessera.app.access.OrganizationStore;
import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.access.UserId;
import dev.tessera.app.http.Fields;
import dev.tessera.app.tiles.Text;
import dev.tessera.app.tiles.TextId;
import dev.tessera.app.tiles.Tile;
import dev.tessera.app.tiles.TileContent;
import dev.tessera.app.tiles.TileId;
import dev.tessera.app.tiles.TileLook;
import dev.tessera.app.tiles.TileStore;
import dev.tessera.app.tiles.Tiles;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The changes that one request makes to the tiles of one dashboard, item by item (spec/dashboards.md 4.4.1). */
final class TileEdits {
    private static final int MAX_BODY = 4_000;
    private static final String BODY_TOO_LONG = "Text body cannot exceed " + MAX_BODY + " characters";

    private final ProjectCall call;
    private final DashboardId dashboard;
    private final TileStore store;
    private final OrganizationStore organizations;
    private final Instant now;
    private final Map<TileId, Tile> tiles = new LinkedHashMap<>();

    TileEdits(ProjectCall call, DashboardId dashboard, TileStore store, OrganizationStore organizations, Instant now) {
        this.call = call;
        this.dashboard = dashboard;
        this.store = store;
        this.organizations = organizations;
        this.now = now;
        store.on(call.projectId(), dashboard).forEach(it -> tiles.put(it.id(), it));
    }

    void apply(JsonNode item) {
        Fields fields = Fields.of(item, "");
        if (fields.asks("text")) {
            text(fields);
        } else if (fields.asks("button_tile")) {
            fields.refuse("button_tile", "Buttons are not supported yet. Use a text with a link.");
        } else if (fields.asks("widget")) {
            fields.refuse("widget", "Dashboard widgets are not enabled for this project.");
        } else if (TileDisplay.isIn(fields)) {
            id(fields).flatMap(it -> Optional.ofNullable(tiles.get(it))).ifPresent(it -> save(it, fields));
        }
    }

    private void text(Fields fields) {
        Fields wanted = fields.object("text").orElseThrow();
        Optional<Tile> named = target(fields);
        Optional<Tile> shown = shown(wanted, named);
        Optional<Tile> target = named.or(() -> shown);
        if (target.filter(it -> it.content() instanceof TileContent.OfInsight).isPresent()) {
            throw ProblemException.invalid("This tile shows an insight, not a text.", "text");
        }
        if (shown.isPresent() && !shown.equals(target)) {
            throw ProblemException.invalid("This text belongs to another tile of the dashboard.", "text");
        }
        TileContent content = new TileContent.OfText(written(wanted, shown));
        if (target.isPresent()) {
            save(target.get().withContent(content), fields);
        } else {
            new Tiles(store).checkRoom(call.projectId(), dashboard, "tiles");
            save(store.create(call.projectId(), dashboard, content, TileLook.plain()), fields);
        }
    }

    /** The tile that an item names; a number that no tile has stands for a new one. */
    private Optional<Tile> target(Fields fields) {
        Optional<TileId> id = id(fields);
        if (id.isPresent()
                && !tiles.containsKey(id.get())
                && store.find(call.projectId(), id.get()).isPresent()) {
            throw ProblemException.invalid("This tile is on another dashboard.", "id");
        }
        return id.flatMap(it -> Optional.ofNullable(tiles.get(it)));
    }

    private static Optional<TileId> id(Fields fields) {
        return Optional.ofNullable(fields.nullableInteger("id", null)).map(TileId::new);
    }

    /** The live tile that shows the text that an item names; a removed one when the item names it too, to bring it back. */
    private Optional<Tile> shown(Fields text, Optional<Tile> named) {
        Optional<TextId> id =
                Optional.ofNullable(text.nullableInteger("id", null)).map(TextId::new);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (store.texts(call.projectId(), List.of(id.get())).isEmpty()) {
            throw ProblemException.invalid("Text tile not found in this team.", "text");
        }
        return Optional.of(tiles.values().stream()
                .filter(it -> it.content().equals(new TileContent.OfText(id.get())))
                .filter(it -> it.isLive() || named.equals(Optional.of(it)))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("Text tile not found.", "text")));
    }

    private TextId written(Fields wanted, Optional<Tile> shown) {
        Optional<Text> present = shown.flatMap(this::textOf);
        Optional<String> body = Optional.ofNullable(
                wanted.nullableText("body", present.flatMap(Text::body).orElse(null), MAX_BODY, BODY_TOO_LONG));
        Optional<UserId> author = author(wanted);
        UserId caller = call.user().id();
        Text text = new Text(
                present.map(Text::id).orElse(new TextId(0)),
                body,
                author.or(() -> Optional.of(caller)),
                author.map(_ -> caller),
                now);
        if (present.isEmpty()) {
            return store.createText(call.projectId(), text).id();
        }
        store.updateText(call.projectId(), text);
        return text.id();
    }

    private Optional<Text> textOf(Tile tile) {
        return switch (tile.content()) {
            case TileContent.OfText it ->
                Optional.ofNullable(
                        store.texts(call.projectId(), List.of(it.id())).get(it.id()));
            case TileContent.OfInsight _ -> Optional.empty();
        };
    }

    private Optional<UserId> author(Fields text) {
        Optional<Long> id =
                text.object("created_by").flatMap(it -> Optional.ofNullable(it.nullableInteger("id", null)));
        return id.map(number -> Stream.of(number)
                .filter(it -> it > 0)
                .map(UserId::new)
                .filter(it -> organizations
                        .membership(it, call.project().organization())
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        new Problem.Invalid("User not found in this organization.", text.attr("created_by")))));
    }

    private void save(Tile tile, Fields fields) {
        Tile changed = TileDisplay.applied(tile, fields);
        if (!changed.equals(tiles.get(tile.id()))) {
            store.update(call.projectId(), changed);
            tiles.put(tile.id(), changed);
        }
    }
}
