package dev.tessera.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import dev.tessera.kernel.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Nothing comes out of thin air: time, zones, randomness and state are passed. */
class AmbientRulesTest {
    private static final DescribedPredicate<JavaField> STATICS = describe(
            "static and written by us",
            field -> field.getModifiers().contains(STATIC)
                    && !field.getModifiers().contains(SYNTHETIC));

    @Test
    void onlyTheClockReadsTheTime() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Clock.class.getName())
                .should()
                .accessTargetWhere(describe("the machine's time is read", AmbientRulesTest::readsTime))
                .because("a test sets the time, and one question is answered for one moment")
                .check(Product.classes());
    }

    @Test
    void nobodyUsesTheZoneOfTheMachine() {
        noClasses()
                .should()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .accessClassesThat()
                .areAssignableTo(TimeZone.class)
                .because("a project has a zone; the machine that it runs on does not matter")
                .check(Product.classes());
    }

    @Test
    void randomnessIsPassed() {
        noClasses()
                .should()
                .accessClassesThat()
                .belongToAnyOf(Random.class, ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .because("a test repeats what was random, and secrets come from one good source")
                .check(Product.classes());
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tessera.server")
                .should()
                .accessTargetWhere(describe("a source of randomness is made", AmbientRulesTest::makesRandomness))
                .because("the source is chosen where everything is put together")
                .check(Product.classes());
    }

    @Test
    void staticFieldsNeverChange() {
        fields().that(are(STATICS))
                .should()
                .beFinal()
                .because("what changes belongs to an object that is passed")
                .check(Product.classes());
        noFields()
                .that(are(STATICS))
                .should()
                .haveRawType(describe("a type that is made to change", AmbientRulesTest::changes))
                .because("a constant that changes is state that two tests share")
                .check(Product.classes());
    }

    @Test
    void nobodyLooksIntoClassesWhileRunning() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..", "sun..", "jdk.internal..")
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .because("what is called can be found by searching for its name")
                .check(Product.classes());
    }

    @Test
    void onlyTheProgramWritesToTheConsole() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tessera.server..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a library that prints cannot be told not to")
                .check(Product.classes());
    }

    private static boolean readsTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        boolean ofNow = owner.isAssignableTo(Temporal.class) && name.equals("now");
        boolean ofClock = owner.isAssignableTo(InstantSource.class)
                && Set.of("instant", "millis", "system", "systemUTC", "systemDefaultZone", "tick")
                        .contains(name);
        boolean ofSystem = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
        boolean old = (owner.isEquivalentTo(Date.class) && name.equals("<init>"))
                || (owner.isAssignableTo(Calendar.class) && name.equals("getInstance"));
        return ofNow || ofClock || ofSystem || old;
    }

    private static boolean makesRandomness(JavaAccess<?> access) {
        return access.getTargetOwner().isAssignableTo(RandomGenerator.class)
                && Set.of("<init>", "getDefault", "of", "getInstanceStrong").contains(access.getName());
    }

    private static boolean changes(JavaClass type) {
        boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        boolean passive = List.of(List.class, Set.class, Map.class, Collection.class, SequencedMap.class).stream()
                .anyMatch(type::isEquivalentTo);
        return (collection && !passive)
                || type.getPackageName().startsWith("java.util.concurrent")
                || type.getPackageName().startsWith("com.github.benmanes.caffeine")
                || type.isAssignableTo(ThreadLocal.class)
                || type.isAssignableTo(StringBuilder.class);
    }
}
