package dev.tessera.app.dashboards;

import dev.tessera.app.access.Membership;
import dev.tessera.app.access.OrganizationStore;
import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.http.Fields;
import dev.tessera.app.insights.Insights;
import dev.tessera.app.tiles.Tile;
import dev.tessera.app.tiles.TileContent;
import dev.tessera.app.tiles.TileStore;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.id.InsightId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import dev.tessera.kernel.tx.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Keeps dashboards and what is on them (spec/dashboards.md 4.1 to 4.5). */
public final class Dashboards {
    private static final Logger log = LoggerFactory.getLogger(Dashboards.class);

    private final Transactions transactions;
    private final DashboardStore store;
    private final TileStore tiles;
    private final Insights insights;
    private final OrganizationStore organizations;
    private final Clock clock;
    private final BoardReader reader;

    public Dashboards(
            Transactions transactions,
            DashboardStore store,
            TileStore tiles,
            Insights insights,
            OrganizationStore organizations,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.tiles = tiles;
        this.insights = insights;
        this.organizations = organizations;
        this.clock = clock;
        this.reader = new BoardReader(store, tiles, insights);
    }

    Page<Dashboard> list(ProjectId project, DashboardFilter filter, PageRequest page) {
        return store.list(project, filter, page);
    }

    /** When the caller last viewed those of {@code shown} that the caller ever viewed. */
    Map<DashboardId, Instant> views(ProjectCall call, List<Dashboard> shown) {
        List<DashboardId> ids = shown.stream().map(Dashboard::id).toList();
        return store.views(call.projectId(), call.user().id(), ids);
    }

    /** Makes a dashboard as {@code author} would who sends {@code fields}; it has tiles only when it is a copy. */
    public DashboardId create(ProjectId project, Membership author, Fields fields) {
        return transactions.write(() -> make(project, author, fields).id());
    }

    BoardView create(ProjectCall call, Fields fields) {
        return transactions.write(() -> {
            DashboardWrite.source(fields).ifPresent(it -> reader.reserve(call, it));
            return reader.read(call, make(call.projectId(), call.membership(), fields));
        });
    }

    private Dashboard make(ProjectId project, Membership author, Fields fields) {
        Optional<Dashboard> source =
                DashboardWrite.source(fields).map(it -> live(project, it).orElseThrow(DashboardWrite::noSource));
        NewDashboard wanted = new NewDashboard(
                DashboardWrite.create(fields, source.map(Dashboard::details)),
                fields.flag("deleted", false),
                source.isPresent() ? CreationMode.DUPLICATE : CreationMode.DEFAULT,
                author.user(),
                clock.now());
        boolean withContents = fields.flag(TileCopies.FIELD, false);
        Dashboard made = store.create(project, wanted);
        source.ifPresent(it -> copies(project, author).fill(made.id(), reader.visible(project, it.id()), withContents));
        return made;
    }

    private TileCopies copies(ProjectId project, Membership author) {
        return new TileCopies(project, author, tiles, insights, clock.now());
    }

    private Optional<Dashboard> live(ProjectId project, DashboardId id) {
        return store.find(project, id).filter(it -> !it.deleted());
    }

    /** A live dashboard, which is looked at by this; when somebody is signed in and no program asks, it is a view. */
    BoardView look(ProjectCall call, DashboardId id, Optional<String> creationMode) {
        Instant now = clock.now();
        Dashboard dashboard = live(call.projectId(), id)
                .filter(it -> creationMode
                        .orElse(it.creationMode().wireName())
                        .equals(it.creationMode().wireName()))
                .orElseThrow(ProblemException::notFound);
        writeDownLook(call, id, now);
        return transactions.read(() -> reader.read(call, dashboard.accessed(now)));
    }

    /** A store that can only be read is no reason to show nothing. */
    private void writeDownLook(ProjectCall call, DashboardId id, Instant now) {
        try {
            transactions.write(() -> {
                store.markAccessed(call.projectId(), id, now);
                if (call.caller().key().isEmpty()) {
                    store.markViewed(call.projectId(), id, call.user().id(), now);
                }
                return now;
            });
        } catch (DatabaseUnavailableException e) {
            log.warn("A look at a dashboard could not be written down: {}", e.getMessage());
        }
    }

    /** Does all of what {@code fields} ask for, or nothing. */
    BoardView update(ProjectCall call, DashboardId id, Fields fields) {
        return transactions.write(() -> {
            Dashboard present = store.lock(call.projectId(), id)
                    .filter(it -> !it.deleted() || fields.saysNo("deleted"))
                    .orElseThrow(ProblemException::notFound);
            checkRights(call, present, fields);
            reader.reserve(call, id);
            DashboardDetails details = DashboardWrite.update(fields, present.details());
            boolean deleted = fields.flag("deleted", present.deleted());
            boolean withInsights = fields.flag("delete_insights", false);
            if (deleted) {
                remove(call.projectId(), id, withInsights);
            } else if (present.deleted()) {
                restore(call.projectId(), id);
            }
            Dashboard updated = present.with(details, deleted);
            store.update(call.projectId(), updated);
            edit(call, id, DashboardWrite.items(fields, "tiles"));
            duplicate(call, id, DashboardWrite.items(fields, TileCopies.FIELD));
            return reader.read(call, updated);
        });
    }

    private static void checkRights(ProjectCall call, Dashboard present, Fields fields) {
        if (!present.board().mayBeEditedBy(call.membership())) {
            throw new ProblemException(new Problem.Forbidden("You don't have edit permissions for this dashboard."));
        }
        if (fields.has("restriction_level") && !present.board().mayBeRestrictedBy(call.membership())) {
            throw new ProblemException(new Problem.Forbidden("Only the dashboard owner and project admins have the"
                    + " restriction rights required to change the dashboard's restriction level."));
        }
    }

    private void edit(ProjectCall call, DashboardId id, List<JsonNode> items) {
        if (!items.isEmpty()) {
            TileEdits edits = new TileEdits(call, id, tiles, organizations, clock.now());
            items.forEach(edits::apply);
        }
    }

    private void duplicate(ProjectCall call, DashboardId id, List<JsonNode> items) {
        if (!items.isEmpty()) {
            copies(call.projectId(), call.membership()).duplicate(id, reader.visible(call.projectId(), id), items);
        }
    }

    private void remove(ProjectId project, DashboardId id, boolean withInsights) {
        if (withInsights) {
            insights.delete(project, onlyOn(project, id));
        }
        tiles.removeAll(project, id);
    }

    private void restore(ProjectId project, DashboardId id) {
        tiles.restoreAll(project, id);
        insights.restore(
                project,
                tiles.on(project, id).stream()
                        .flatMap(it -> insightOf(it).stream())
                        .toList());
    }

    /** The insights that are shown on this dashboard and on no other. */
    private List<InsightId> onlyOn(ProjectId project, DashboardId id) {
        List<InsightId> here = tiles.on(project, id).stream()
                .filter(Tile::isLive)
                .flatMap(it -> insightOf(it).stream())
                .toList();
        Map<InsightId, Integer> places = new HashMap<>();
        tiles.placesOfInsights(project, here).stream()
                .filter(Tile::isLive)
                .flatMap(it -> insightOf(it).stream())
                .forEach(it -> places.merge(it, 1, Integer::sum));
        List<InsightId> only = new ArrayList<>(here);
        only.removeIf(it -> places.getOrDefault(it, 0) > 1);
        return only;
    }

    private static Optional<InsightId> insightOf(Tile tile) {
        return switch (tile.content()) {
            case TileContent.OfInsight it -> Optional.of(it.id());
            case TileContent.OfText _ -> Optional.empty();
        };
    }
}
