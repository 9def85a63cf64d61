package dev.tessera.app.access;

import static dev.tessera.app.access.AccessExamples.MADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.tx.DuplicateException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of projects must do. */
public abstract class ProjectStoreKit {
    private static final PageRequest ALL = new PageRequest(100, 0);
    private static final ProjectId NONE = new ProjectId(987_654_321);

    /** Stores over one empty database. */
    protected abstract AccessStores stores();

    @Test
    void givesEachProjectAnIdAndKeepsEverything() {
        NewProject wanted = AccessExamples.project(stores().organization("Acme").id(), "Läden 🙂");
        Project made = projects().create(wanted);
        assertThat(made)
                .isEqualTo(new Project(
                        made.id(),
                        wanted.uuid(),
                        wanted.organization(),
                        wanted.token(),
                        "Läden 🙂",
                        ZoneId.of("Europe/Amsterdam"),
                        OptionalInt.empty(),
                        "[]",
                        false,
                        MADE,
                        MADE));
        assertThat(projects().find(made.id())).contains(made);
        Project next = stores().project(stores().organization("Umbrella"), "Lab");
        assertThat(next.id().value()).isGreaterThan(made.id().value());
        assertThat(projects().find(NONE)).isEmpty();
    }

    @Test
    void findsAProjectByEveryCharacterOfItsToken() {
        Organization acme = stores().organization("Acme");
        Project lower = projects().create(withToken(acme, "lower", "phc_a"));
        Project upper = projects().create(withToken(acme, "upper", "phc_A"));
        assertThat(projects().findByToken("phc_a")).contains(lower);
        assertThat(projects().findByToken("phc_A")).contains(upper);
        assertThat(projects().findByToken("phc_a ")).isEmpty();
        assertThat(projects().findByToken("")).isEmpty();
    }

    @Test
    void refusesANameThatTheOrganizationHasWhateverItsCase() {
        Organization acme = stores().organization("Acme");
        Organization umbrella = stores().organization("Umbrella");
        Project cafe = stores().project(acme, "Café");
        NewProject again = AccessExamples.project(acme.id(), "CAFÉ");
        assertThatThrownBy(() -> projects().create(again)).isInstanceOf(DuplicateException.class);
        assertThat(projects().of(acme.id())).containsExactly(cafe);
        assertThat(stores().project(umbrella, "café").name()).isEqualTo("café");
    }

    @Test
    void refusesATokenThatIsTakenInAnyOrganization() {
        Project shop = stores().project(stores().organization("Acme"), "Shop");
        Organization umbrella = stores().organization("Umbrella");
        NewProject sameToken = withToken(umbrella, "Lab", shop.token());
        assertThatThrownBy(() -> projects().create(sameToken)).isInstanceOf(DuplicateException.class);
        assertThat(projects().of(umbrella.id())).isEmpty();
        assertThat(projects().findByToken(shop.token())).contains(shop);
    }

    @Test
    void keepsALockedProjectFromEverybodyElseUntilTheTransactionEnds() throws Exception {
        Project shop = stores().project(stores().organization("Acme"), "-");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> patches = new ArrayList<>();
            for (int patch = 0; patch < 100; patch++) {
                patches.add(threads.submit(() -> stores().transactions().write(() -> {
                    Project found = projects().lock(shop.id()).orElseThrow();
                    projects().update(named(found, found.name() + "+"));
                    return true;
                })));
            }
            for (Future<Boolean> patch : patches) {
                assertThat(patch.get()).isTrue();
            }
        }
        assertThat(projects().find(shop.id()).orElseThrow().name()).isEqualTo("-" + "+".repeat(100));
        assertThat(projects().lock(NONE)).isEmpty();
    }

    @Test
    void leavesNothingOfATransactionInWhichANameWasTaken() {
        Organization acme = stores().organization("Acme");
        Project shop = stores().project(acme, "Shop");
        assertThatThrownBy(() -> stores().transactions().write(() -> {
                    stores().project(acme, "Lab");
                    stores().project(acme, "SHOP");
                }))
                .isInstanceOf(DuplicateException.class);
        assertThat(projects().of(acme.id())).containsExactly(shop);
    }

    @Test
    void updatesEverythingThatCanChangeOfOneProject() {
        Organization acme = stores().organization("Acme");
        Project shop = stores().project(acme, "Shop");
        Project lab = stores().project(acme, "Lab");
        Project changed = new Project(
                shop.id(),
                shop.uuid(),
                shop.organization(),
                shop.token(),
                "SHOP",
                ZoneId.of("America/St_Johns"),
                OptionalInt.of(0),
                "[{\"key\":\"email\",\"value\":\"@example.com\"}]",
                false,
                MADE,
                MADE.plusNanos(1000));
        projects().update(changed);
        assertThat(projects().find(shop.id())).contains(changed);
        assertThat(projects().find(lab.id())).contains(lab);
    }

    @Test
    void forgetsTheFirstDayOfTheWeekAgain() {
        Project shop = stores().project(stores().organization("Acme"), "Shop");
        projects().update(weekStarting(shop, OptionalInt.of(1)));
        assertThat(projects().find(shop.id()).orElseThrow().weekStartDay()).hasValue(1);
        projects().update(weekStarting(shop, OptionalInt.empty()));
        assertThat(projects().find(shop.id()).orElseThrow().weekStartDay()).isEmpty();
    }

    @Test
    void refusesToRenameAProjectToANameThatIsTaken() {
        Organization acme = stores().organization("Acme");
        Project shop = stores().project(acme, "Shop");
        Project lab = stores().project(acme, "Lab");
        assertThatThrownBy(() -> projects().update(named(lab, "shop"))).isInstanceOf(DuplicateException.class);
        assertThat(projects().of(acme.id())).containsExactly(shop, lab);
    }

    @Test
    void listsPagesOfTheWantedOrganizationsById() {
        Organization acme = stores().organization("Acme");
        Organization umbrella = stores().organization("Umbrella");
        Organization initech = stores().organization("Initech");
        Project zoo = stores().project(acme, "Zoo");
        Project lab = stores().project(umbrella, "Lab");
        stores().project(initech, "Printer");
        Project bar = stores().project(acme, "Bar");
        List<OrganizationId> two = List.of(acme.id(), umbrella.id());
        assertThat(projects().list(two, "", ALL)).isEqualTo(new Page<>(3, List.of(zoo, lab, bar)));
        assertThat(projects().list(two, "", new PageRequest(1, 1))).isEqualTo(new Page<>(3, List.of(lab)));
        assertThat(projects().list(two, "", new PageRequest(2, 3))).isEqualTo(new Page<>(3, List.of()));
        assertThat(projects().list(List.of(), "", ALL)).isEqualTo(new Page<>(0, List.of()));
        assertThat(projects().of(acme.id())).containsExactly(zoo, bar);
    }

    @Test
    void searchesForAnyPartOfANameWhateverItsCase() {
        Organization acme = stores().organization("Acme");
        for (String name : List.of(
                "Web shop", "SHOPS", "Lab", "Äpfel", "100 % sure", "snake_case", "snakeXcase", "back\\slash", "wow!")) {
            stores().project(acme, name);
        }
        assertThat(found(acme, "shop")).containsExactly("Web shop", "SHOPS");
        assertThat(found(acme, "B S")).containsExactly("Web shop");
        assertThat(found(acme, "ÄP")).containsExactly("Äpfel");
        assertThat(found(acme, "%")).containsExactly("100 % sure");
        assertThat(found(acme, "e_c")).containsExactly("snake_case");
        assertThat(found(acme, "\\")).containsExactly("back\\slash");
        assertThat(found(acme, "W!")).containsExactly("wow!");
        assertThat(found(acme, "nothing")).isEmpty();
        assertThat(projects()
                        .list(List.of(acme.id()), "SHOP", new PageRequest(1, 0))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void remembersThatAnEventHasCome() {
        Organization acme = stores().organization("Acme");
        Project shop = stores().project(acme, "Shop");
        Project lab = stores().project(acme, "Lab");
        projects().markIngested(shop.id());
        projects().markIngested(shop.id());
        assertThat(projects().find(shop.id()).orElseThrow().ingestedEvent()).isTrue();
        assertThat(projects().find(lab.id())).contains(lab);
        projects().update(named(shop, "Store"));
        assertThat(projects().find(shop.id()).orElseThrow().ingestedEvent()).isTrue();
    }

    private ProjectStore projects() {
        return stores().projects();
    }

    private List<String> found(Organization organization, String search) {
        return projects().list(List.of(organization.id()), search, ALL).items().stream()
                .map(Project::name)
                .toList();
    }

    private static NewProject withToken(Organization organization, String name, String token) {
        return new NewProject(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                organization.id(),
                token,
                name,
                ZoneId.of("UTC"),
                MADE);
    }

    private static Project named(Project project, String name) {
        return changed(project, name, project.weekStartDay());
    }

    private static Project weekStarting(Project project, OptionalInt day) {
        return changed(project, project.name(), day);
    }

    private static Project changed(Project project, String name, OptionalInt weekStartDay) {
        return new Project(
                project.id(),
                project.uuid(),
                project.organization(),
                project.token(),
                name,
                project.timezone(),
                weekStartDay,
                project.testAccountFilters(),
                project.ingestedEvent(),
                project.createdAt(),
                project.updatedAt());
    }
}
