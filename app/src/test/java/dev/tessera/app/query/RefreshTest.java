package dev.tessera.app.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.TestHttp;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTest {
    @ParameterizedTest
    @CsvSource({
        "true,FORCE_BLOCKING",
        "'\"true\"',FORCE_BLOCKING",
        "'\"1\"',FORCE_BLOCKING",
        "1,FORCE_BLOCKING",
        "'\"yes\"',FORCE_BLOCKING",
        "'\"\"',FORCE_BLOCKING",
        "'\"force_blocking\"',FORCE_BLOCKING",
        "'\"blocking\"',BLOCKING",
        "false,BLOCKING",
        "'\"no\"',BLOCKING",
        "0,BLOCKING",
        "'\"force_cache\"',BLOCKING",
    })
    void theQueryEndpointAlwaysHasAnAnswer(String json, Refresh expected) {
        assertThat(Refresh.ofQuery(Optional.of(Samples.json(json)))).isEqualTo(expected);
        assertThat(Refresh.ofQuery(Optional.empty())).isEqualTo(Refresh.BLOCKING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'soon'", "[]", "{}", "2"})
    void theQueryEndpointRefusesWhatItDoesNotUnderstand(String json) {
        Problem problem = problem(json);
        assertThat(problem.code()).isEqualTo("invalid_input");
        assertThat(problem.attr()).isEqualTo("refresh");
    }

    @Test
    void laterAnswersAreRefusedAsNotSupported() {
        for (String mode : new String[] {"async", "lazy_async", "force_async", "async_except_on_cache_miss"}) {
            Problem problem = problem("'" + mode + "'");
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.code()).isEqualTo("not_supported");
            assertThat(problem.detail()).contains(mode).endsWith("Use blocking, force_blocking or force_cache.");
        }
    }

    @Test
    void readingTakesWhatTheCacheHasUnlessTheRequestSaysOtherwise() {
        Operation operation =
                Operation.of(HttpMethod.PATCH, "/refresh/", "Say how to refresh", new Authorization.Open());
        try (TestHttp http = new TestHttp(List.of(operation.by(
                request -> Response.text(200, Refresh.ofReading(request).name()))))) {
            assertThat(reading(http, "", "")).isEqualTo("FORCE_CACHE");
            assertThat(reading(http, "?refresh", "")).isEqualTo("FORCE_BLOCKING");
            assertThat(reading(http, "?refresh=true", "")).isEqualTo("FORCE_BLOCKING");
            assertThat(reading(http, "?refresh=blocking", "{\"refresh\": true}"))
                    .isEqualTo("BLOCKING");
            assertThat(reading(http, "", "{\"refresh\": true}")).isEqualTo("FORCE_BLOCKING");
            assertThat(reading(http, "", "{\"refresh\": \"blocking\"}")).isEqualTo("BLOCKING");
            assertThat(reading(http, "", "{\"refresh\": null}")).isEqualTo("FORCE_CACHE");
            assertThat(reading(http, "?refresh=soon", "")).isEqualTo("FORCE_CACHE");
            assertThat(reading(http, "?refresh=lazy_async", "")).contains("\"not_supported\"");
        }
    }

    private static String reading(TestHttp http, String query, String body) {
        return http.send("PATCH", "/refresh/" + query, body).body();
    }

    private static Problem problem(String json) {
        return catchThrowableOfType(ProblemException.class, () -> Refresh.ofQuery(Optional.of(Samples.json(json))))
                .problem();
    }
}
