package dev.tessera.app.access;

import static dev.tessera.app.access.AccessExamples.MADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tessera.app.http.Fields;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.UUID;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectPatchTest {
    private static final Instant LATER = MADE.plusSeconds(60);
    private static final Project PROJECT = new Project(
            new ProjectId(7),
            new UUID(1, 2),
            new OrganizationId(new UUID(3, 4)),
            "phc_shop",
            "Shop",
            ZoneId.of("Asia/Tokyo"),
            OptionalInt.of(1),
            "[{\"key\":\"email\"}]",
            true,
            MADE,
            MADE);

    @Test
    void changesNothingButTheTimeWhenNothingIsAsked() {
        assertThat(patched("{}")).isEqualTo(expected("Shop", "Asia/Tokyo", OptionalInt.of(1), "[{\"key\":\"email\"}]"));
    }

    @Test
    void changesWhatIsAskedAndIgnoresTheRest() {
        assertThat(patched("""
                                {"name": " Store ", "timezone": "America/St_Johns", "week_start_day": "0",
                                 "test_account_filters": [{"key": "plan", "value": ["x", 1.50]}, {}],
                                 "id": 8, "api_token": "phc_mine", "ingested_event": false, "organization": null}
                                """))
                .isEqualTo(expected(
                        "Store",
                        "America/St_Johns",
                        OptionalInt.of(0),
                        "[{\"key\":\"plan\",\"value\":[\"x\",1.5]},{}]"));
    }

    @Test
    void forgetsTheFirstDayOfTheWeekWhenItIsNull() {
        assertThat(patched("{\"week_start_day\": null}").weekStartDay()).isEmpty();
    }

    @Test
    void countsCharactersOfANameAsPeopleDo() {
        assertThat(patched("{\"name\": \"" + "🙂".repeat(200) + "\"}").name()).hasSize(400);
        refuses("{\"name\": \"" + "🙂".repeat(201) + "\"}")
                .isEqualTo(new Problem.Invalid(
                        "max_length", "Ensure this field has no more than 200 characters.", "name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"  \"}|blank|This field may not be blank.|name",
                "{\"name\": null}|null|This field may not be null.|name",
                "{\"name\": [\"x\"]}|invalid_input|Not a valid string.|name",
                "{\"timezone\": \"Mars/Olympus\"}|invalid_choice|\"Mars/Olympus\" is not a valid choice.|timezone",
                "{\"timezone\": \"+02:00\"}|invalid_choice|\"+02:00\" is not a valid choice.|timezone",
                "{\"timezone\": \"\"}|blank|This field may not be blank.|timezone",
                "{\"week_start_day\": 2}|invalid_choice|\"2\" is not a valid choice.|week_start_day",
                "{\"week_start_day\": -1}|invalid_choice|\"-1\" is not a valid choice.|week_start_day",
                "{\"week_start_day\": 0.5}|invalid_input|A valid integer is required.|week_start_day",
                "{\"week_start_day\": \"\"}|invalid_input|A valid integer is required.|week_start_day",
                "{\"test_account_filters\": null}|null|This field may not be null.|test_account_filters",
            })
    void refusesAWrongValueWithItsField(String body, String code, String detail, String attr) {
        refuses(body).isEqualTo(new Problem.Invalid(code, detail, attr));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"key\": \"email\"}", "\"[]\"", "7"})
    void refusesFiltersThatAreNoList(String filters) {
        refuses("{\"test_account_filters\": " + filters + "}")
                .extracting(Problem::code, Problem::attr)
                .containsExactly("not_a_list", "test_account_filters");
    }

    @Test
    void refusesAFilterThatIsNoObjectWithItsPlace() {
        refuses("{\"test_account_filters\": [{}, \"email\"]}")
                .extracting(Problem::attr)
                .isEqualTo("test_account_filters__1");
    }

    @Test
    void refusesMoreFiltersThanItKeeps() {
        assertThat(patched("{\"test_account_filters\": [" + "{},".repeat(99) + "{}]}")
                        .testAccountFilters())
                .hasSize(1 + 99 * 3 + 3);
        refuses("{\"test_account_filters\": [" + "{},".repeat(100) + "{}]}")
                .extracting(Problem::attr)
                .isEqualTo("test_account_filters");
        refuses("{\"test_account_filters\": [{\"key\": \"" + "x".repeat(100_000) + "\"}]}")
                .extracting(Problem::attr)
                .isEqualTo("test_account_filters");
    }

    @Test
    void access50ReportsTheFirstOfTwoWrongFields() {
        refuses("{\"timezone\": \"Mars/Olympus\", \"name\": \"\"}")
                .extracting(Problem::attr)
                .isEqualTo("name");
    }

    private static Project patched(String body) {
        return ProjectPatch.of(Fields.of(Json.parse(body), "")).applyTo(PROJECT, LATER);
    }

    private static ObjectAssert<Problem> refuses(String body) {
        return assertThat(catchThrowableOfType(ProblemException.class, () -> patched(body))
                .problem());
    }

    private static Project expected(String name, String zone, OptionalInt weekStartDay, String filters) {
        return new Project(
                PROJECT.id(),
                PROJECT.uuid(),
                PROJECT.organization(),
                "phc_shop",
                name,
                ZoneId.of(zone),
                weekStartDay,
                filters,
                true,
                MADE,
                LATER);
    }
}
