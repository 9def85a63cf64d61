package dev.tessera.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom. */
class ModuleRulesTest {
    private static final String OURS = "dev.tessera..";

    @ParameterizedTest
    @ValueSource(strings = {"kernel", "query", "events", "app", "metadata", "server"})
    void theseRulesSeeEveryModule(String module) {
        assertThat(Product.classes()).anyMatch(it -> it.getPackageName().startsWith("dev.tessera." + module));
        assertThat(Product.classes()).noneMatch(it -> it.getSimpleName().endsWith("Test"));
    }

    @Test
    void theKernelDependsOnNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("dev.tessera.kernel..")
                .should()
                .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAPackage("dev.tessera.kernel.."))))
                .because("every module builds on the kernel")
                .check(Product.classes());
    }

    @Test
    void queriesKnowOnlyTheKernelAndDoNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage("dev.tessera.query..")
                .should()
                .dependOnClassesThat(resideInAPackage(OURS)
                        .and(not(resideInAnyPackage("dev.tessera.query..", "dev.tessera.kernel.."))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "java.nio.file..", "io.javalin..")
                .because("a plan says the same to every engine, and is tested without one")
                .check(Product.classes());
    }

    @Test
    void eventsDoNotKnowTheProductOnTop() {
        noClasses()
                .that()
                .resideInAPackage("dev.tessera.events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.tessera.app..", "dev.tessera.metadata..", "dev.tessera.server..")
                .because("the store of events is used by the product, not the other way round")
                .check(Product.classes());
    }

    @Test
    void theProductDoesNotKnowWhichStoresRun() {
        noClasses()
                .that()
                .resideInAPackage("dev.tessera.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tessera.metadata..",
                        "dev.tessera.server..",
                        "dev.tessera.events.duckdb..",
                        "dev.tessera.events.clickhouse..",
                        "dev.tessera.query.dialect..")
                .because("stores are chosen by configuration alone")
                .check(Product.classes());
    }

    @Test
    void featuresOfTheProductHaveNoCycles() {
        slices().matching("dev.tessera.app.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature can be understood with those that it needs, and without those that need it")
                .check(Product.classes());
    }

    @Test
    void stepsOfAQueryHaveNoCycles() {
        slices().matching("dev.tessera.query.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a query goes one way: read, resolved, planned, printed, answered")
                .check(Product.classes());
    }

    @Test
    void onlyTheWebAdapterKnowsTheWebServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tessera.app.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..", "kotlin..")
                .because("features talk of requests and responses, whichever server receives them")
                .check(Product.classes());
    }

    @Test
    void onlyAdaptersOfStoresKnowDrivers() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.tessera.events.duckdb..", "dev.tessera.events.clickhouse..", "dev.tessera.metadata..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.duckdb..",
                        "com.clickhouse..",
                        "org.sqlite..",
                        "org.postgresql..",
                        "com.zaxxer.hikari..",
                        "org.jooq..",
                        "org.flywaydb..")
                .because("an engine can be replaced by writing one adapter")
                .check(Product.classes());
    }

    @Test
    void eachAdapterKnowsItsOwnEngineOnly() {
        noClasses()
                .that()
                .resideInAPackage("dev.tessera.metadata..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..", "com.clickhouse..", "dev.tessera.events.duckdb..")
                .because("nothing of one store may leak into another")
                .check(Product.classes());
        noClasses()
                .that()
                .resideInAPackage("dev.tessera.events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sqlite..", "org.postgresql..", "org.jooq..", "org.flywaydb..")
                .because("nothing of one store may leak into another")
                .check(Product.classes());
    }

    @Test
    void sqlThatAnswersQueriesIsWrittenInDialectsOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tessera.query.dialect..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.tessera.query.dialect.SqlWriter")
                .orShould()
                .callConstructorWhere(target(owner(resideInAPackage("dev.tessera.query.dialect.."))))
                .because("what a query means to an engine stands in one place, and is bound, never put together")
                .check(Product.classes());
    }

    @Test
    void onlyStoresOfEventsUseDialects() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.tessera.query.dialect..", "dev.tessera.events..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.tessera.query.dialect..")
                .because("plans know no engine")
                .check(Product.classes());
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> without = Product.classes().getPackage("dev.tessera").getSubpackagesInTree().stream()
                .filter(it -> !it.getClasses().isEmpty())
                .filter(it -> !it.getName().startsWith("dev.tessera.metadata.generated"))
                .filter(it -> it.tryGetPackageInfo()
                        .map(info -> !info.isAnnotatedWith(NullMarked.class))
                        .orElse(true))
                .map(JavaPackage::getName)
                .sorted()
                .toList();
        assertThat(without)
                .as("packages in which the compiler does not look for nulls")
                .isEmpty();
    }
}
