package dev.tessera.app.insights;

import dev.tessera.app.access.Membership;
import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.access.UserId;
import dev.tessera.app.access.UserStore;
import dev.tessera.app.http.Fields;
import dev.tessera.app.tiles.Board;
import dev.tessera.app.tiles.PrivilegeLevel;
import dev.tessera.app.tiles.Tile;
import dev.tessera.app.tiles.TileContent;
import dev.tessera.app.tiles.TileStore;
import dev.tessera.app.tiles.Tiles;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.id.InsightId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import dev.tessera.kernel.tx.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Keeps insights and what belongs to them. */
public final class Insights {
    private static final int LAST_VIEWED = 5;

    private final Transactions transactions;
    private final InsightStore store;
    private final TileStore tileStore;
    private final Tiles tiles;
    private final UserStore users;
    private final Clock clock;
    private final ShortIds shortIds;

    public Insights(
            Transactions transactions,
            InsightStore store,
            TileStore tileStore,
            UserStore users,
            Clock clock,
            RandomGenerator random) {
        this.transactions = transactions;
        this.store = store;
        this.tileStore = tileStore;
        this.tiles = new Tiles(tileStore);
        this.users = users;
        this.clock = clock;
        this.shortIds = new ShortIds(random);
    }

    /** Those of {@code ids} that are there, deleted ones too. */
    public Map<InsightId, Insight> find(ProjectId project, Collection<InsightId> ids) {
        return store.find(project, ids);
    }

    /** The live insight of a number or a short id. */
    Insight live(ProjectId project, String id) {
        return find(project, id).filter(it -> !it.deleted()).orElseThrow(ProblemException::notFound);
    }

    Page<Insight> list(ProjectCall call, InsightFilter filter, PageRequest page) {
        return store.list(call.projectId(), call.user().id(), filter, page);
    }

    /** The insights that the caller viewed last, the latest first. */
    List<Insight> lastViewed(ProjectCall call) {
        return list(call, InsightFilter.everViewed(), new PageRequest(LAST_VIEWED, 0))
                .items();
    }

    /** Remembers that the caller viewed those of {@code ids} that there are. */
    void view(ProjectCall call, List<InsightId> ids) {
        store.markViewed(call.projectId(), call.user().id(), ids, clock.now());
    }

    /** Deletes insights, with the tiles that show them. */
    public void delete(ProjectId project, Collection<InsightId> ids) {
        store.setDeleted(project, ids, true);
        tileStore.removeInsights(project, ids);
    }

    /** Brings insights back; their tiles come back with their dashboards. */
    public void restore(ProjectId project, Collection<InsightId> ids) {
        store.setDeleted(project, ids, false);
    }

    /** What {@code insights} are shown with to the caller; {@code more} are users that are wanted besides. */
    public Surroundings surroundings(ProjectCall call, Collection<Insight> insights, Collection<UserId> more) {
        ProjectId project = call.projectId();
        List<InsightId> ids = insights.stream().map(Insight::id).toList();
        List<Tile> live = tileStore.placesOfInsights(project, ids).stream()
                .filter(Tile::isLive)
                .toList();
        Map<DashboardId, Board> boards = tileStore.boards(
                project, live.stream().map(Tile::dashboard).distinct().toList());
        Map<InsightId, List<Tile>> byInsight = new HashMap<>();
        for (Tile tile : live) {
            if (tile.content() instanceof TileContent.OfInsight it && boards.containsKey(tile.dashboard())) {
                byInsight.computeIfAbsent(it.id(), _ -> new ArrayList<>()).add(tile);
            }
        }
        Set<UserId> people = new HashSet<>(more);
        for (Insight insight : insights) {
            insight.createdBy().ifPresent(people::add);
            insight.lastModifiedBy().ifPresent(people::add);
        }
        return new Surroundings(
                call.project(),
                call.membership(),
                store.marks(project, call.user().id(), ids),
                byInsight,
                boards,
                users.find(people));
    }

    /** The filters of a live dashboard. */
    JsonNode filters(ProjectCall call, DashboardId dashboard) {
        return tileStore.filters(call.projectId(), dashboard).orElseGet(Json::object);
    }

    /** A tile of {@link #surroundings}, with how it looks and what it filters. */
    Tile whole(ProjectCall call, Tile place) {
        return tileStore.find(call.projectId(), place.id()).orElseThrow(ProblemException::notFound);
    }

    /** Makes an insight as {@code author} would who sends {@code fields}; it is on no dashboard unless they say so. */
    public InsightId create(ProjectId project, Membership author, Fields fields) {
        return make(project, author, fields).id();
    }

    Insight create(ProjectCall call, Fields fields) {
        return make(call.projectId(), call.membership(), fields);
    }

    /**
     * Makes an insight like another as {@code author} would; it is on no dashboard.
     *
     * @throws ProblemException when there is no insight of this number
     */
    public InsightId copy(ProjectId project, Membership author, InsightId id) {
        Insight original = store.find(project, id).orElseThrow(ProblemException::notFound);
        NewInsight copy = new NewInsight(
                newShortId(project), original.details().ofCopy(), false, original.saved(), author.user(), clock.now());
        return store.create(project, copy).id();
    }

    private Insight make(ProjectId project, Membership author, Fields fields) {
        InsightWrite write = InsightWrite.read(fields, InsightDetails.none());
        Instant now = clock.now();
        return transactions.write(() -> {
            Insight insight = store.create(
                    project,
                    new NewInsight(
                            newShortId(project),
                            write.details(),
                            write.deleted().orElse(false),
                            write.saved().orElse(false),
                            author.user(),
                            now));
            write.dashboards().ifPresent(it -> tiles.place(project, author, insight.id(), it));
            store.mark(
                    project,
                    author.user(),
                    insight.id(),
                    new InsightMarks(write.favorited().orElse(false), Optional.of(now)));
            return insight;
        });
    }

    Insight update(ProjectCall call, String id, Fields fields) {
        ProjectId project = call.projectId();
        return transactions.write(() -> {
            Insight present = find(project, id)
                    .flatMap(it -> store.lock(project, it.id()))
                    .filter(it -> !it.deleted() || fields.saysNo("deleted"))
                    .orElseThrow(ProblemException::notFound);
            checkEditable(call, present);
            InsightWrite write = InsightWrite.read(fields, present.details());
            Insight updated = updated(present, write, call.user().id());
            store.update(project, updated);
            write.favorited().ifPresent(it -> favor(call, present.id(), it));
            write.dashboards().ifPresent(it -> place(call, present, it));
            if (updated.deleted()) {
                tileStore.removeInsights(project, List.of(present.id()));
            }
            return updated;
        });
    }

    private Insight updated(Insight present, InsightWrite write, UserId by) {
        Instant now = clock.now();
        boolean modified = write.details().differsMateriallyFrom(present.details());
        return new Insight(
                present.id(),
                present.shortId(),
                write.details(),
                write.deleted().orElse(present.deleted()),
                write.saved().orElse(true),
                present.createdAt(),
                present.createdBy(),
                now,
                modified ? now : present.lastModifiedAt(),
                modified ? Optional.of(by) : present.lastModifiedBy());
    }

    private void checkEditable(ProjectCall call, Insight insight) {
        if (surroundings(call, List.of(insight), List.of()).privilege(insight) != PrivilegeLevel.CAN_EDIT) {
            throw new ProblemException(new Problem.Forbidden("You don't have edit permissions for this insight."));
        }
    }

    private void place(ProjectCall call, Insight insight, List<DashboardId> dashboards) {
        tiles.place(call.projectId(), call.membership(), insight.id(), dashboards);
    }

    private void favor(ProjectCall call, InsightId id, boolean favorited) {
        InsightMarks marks =
                store.marks(call.projectId(), call.user().id(), List.of(id)).getOrDefault(id, InsightMarks.none());
        store.mark(call.projectId(), call.user().id(), id, new InsightMarks(favorited, marks.lastViewedAt()));
    }

    /** A purely numeric text is tried as a number first, then as a short id. */
    private Optional<Insight> find(ProjectId project, String id) {
        Optional<Insight> byNumber = id.matches("[1-9][0-9]{0,17}")
                ? store.find(project, new InsightId(Long.parseLong(id)))
                : Optional.empty();
        return byNumber.or(() -> store.findByShortId(project, id));
    }

    private String newShortId(ProjectId project) {
        String id = shortIds.next();
        while (store.findByShortId(project, id).isPresent()) {
            id = shortIds.next();
        }
        return id;
    }
}
