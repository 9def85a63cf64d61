package dev.tessera.server;

import dev.tessera.app.access.Membership;
import dev.tessera.app.access.SetupRequest;
import dev.tessera.app.access.User;
import dev.tessera.app.demo.Arrivals;
import dev.tessera.app.demo.DemoBoards;
import dev.tessera.app.demo.DemoHistory;
import dev.tessera.app.demo.DemoLife;
import dev.tessera.app.demo.world.Story;
import dev.tessera.app.demo.world.World;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.ingestion.AcceptedEvents;
import dev.tessera.app.ingestion.CapturedEvent;
import dev.tessera.app.ingestion.EventWitness;
import dev.tessera.app.ingestion.Ingestion;
import dev.tessera.app.signin.DemoSignIn;
import dev.tessera.events.EventKey;
import dev.tessera.events.EventStore;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.time.Clock;
import dev.tessera.server.config.ConfigException;
import dev.tessera.server.config.DemoSettings;
import dev.tessera.server.config.Settings;
import dev.tessera.server.config.SetupSettings;
import dev.tessera.server.config.StorageSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo: a product with a year of history, in which life goes on. */
final class DemoContent implements Content {
    private static final Logger log = LoggerFactory.getLogger(DemoContent.class);
    private static final long SEED = 19;
    private static final Duration UNTIL_STORED = Duration.ofSeconds(10);

    private final DemoFolder folder;
    private final World world;
    private final SetupRequest setup;
    private final Clock clock;

    private DemoContent(DemoFolder folder, World world, SetupRequest setup, Clock clock) {
        this.folder = folder;
        this.world = world;
        this.setup = setup;
        this.clock = clock;
    }

    /**
     * The demo in the folder that {@code settings} name.
     *
     * @throws ConfigException when the folder holds something else or is in use
     */
    static DemoContent in(Settings settings, Clock clock) {
        DemoFolder folder = DemoFolder.open(StorageSettings.of(settings).dataDir());
        Story story = Story.endingAt(folder.historyEnd().orElseGet(clock::now));
        SetupRequest setup =
                SetupSettings.of(settings).orElseThrow(() -> new IllegalStateException("A demo makes its own user"));
        return new DemoContent(folder, new World(SEED, story), setup, clock);
    }

    @Override
    public void fill(Stores stores, Access access, Boards boards, EventWitness witness) throws InterruptedException {
        if (folder.historyEnd().isPresent()) {
            return;
        }
        log.info("Writing a year of history, {} events; this takes some seconds", World.EVENTS);
        access.accounts().setUp(setup);
        ProjectId project = project(access);
        new DemoHistory(stores.events(), stores.persons(), stores.groups(), stores.database(), witness)
                .write(world.history(), project);
        access.projects().markIngested(project);
        new DemoBoards(stores.database(), boards.insights(), boards.dashboards(), boards.tiles())
                .create(project, membership(access, project), world.story());
        folder.finish(world.story().end());
        log.info("The history is written");
    }

    @Override
    public boolean isDemo() {
        return true;
    }

    @Override
    public Function<Request, Optional<Response>> pages(Access access, Function<Request, Optional<Response>> pages) {
        return new DemoSignIn(access.sessions(), owner(access).id(), pages, access.entrance(pages));
    }

    @Override
    public AutoCloseable enliven(Stores stores, Ingestion ingestion, Access access) {
        DemoLife life = new DemoLife(world, arrivals(stores.events(), ingestion, project(access)), clock);
        life.start();
        return life;
    }

    private Arrivals arrivals(EventStore events, Ingestion ingestion, ProjectId project) {
        return new Arrivals() {
            @Override
            public void accept(List<CapturedEvent> captured) throws InterruptedException {
                AcceptedEvents accepted = new AcceptedEvents();
                captured.forEach(accepted::add);
                ingestion.accept(project, accepted, clock.now());
                ingestion.awaitAcknowledged(UNTIL_STORED);
            }

            @Override
            public Set<UUID> arrived(List<UUID> ids) throws InterruptedException {
                ingestion.awaitAcknowledged(UNTIL_STORED);
                return events
                        .find(ids.stream().map(id -> new EventKey(project, id)).toList())
                        .keySet()
                        .stream()
                        .map(EventKey::uuid)
                        .collect(Collectors.toSet());
            }
        };
    }

    private static Membership membership(Access access, ProjectId project) {
        return access.projects()
                .find(project)
                .flatMap(it -> access.organizations().membership(owner(access).id(), it.organization()))
                .orElseThrow(() -> new IllegalStateException("The demo's owner has left it"));
    }

    private static User owner(Access access) {
        return access.users()
                .findByEmail(DemoSettings.EMAIL)
                .orElseThrow(() -> new IllegalStateException("The demo has lost its owner"));
    }

    private static ProjectId project(Access access) {
        return access.tokens()
                .projectOf(DemoSettings.PROJECT_TOKEN)
                .orElseThrow(() -> new IllegalStateException("The demo has lost its project"));
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
