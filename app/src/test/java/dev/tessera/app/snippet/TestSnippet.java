package dev.tessera.app.snippet;

import dev.tessera.app.http.BodyBudget;
import dev.tessera.app.http.TestHttp;
import dev.tessera.app.web.WebApplication;
import dev.tessera.app.web.WebFiles;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.time.SettableClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The routes on a real port, with one project and a stand-in for the SDK among the files of the web application. */
final class TestSnippet {
    static final String TOKEN = "phc_test";
    static final String SDK = "window.posthog = 'the SDK';".repeat(100);

    static final String EXTENSION = "window.extension = 1;";

    private TestSnippet() {}

    static TestHttp start() {
        return start(Map.of(
                "files.txt",
                "d1 static/array.js\nd2 static/web-vitals.js\nd3 index.html\n",
                "static/array.js",
                SDK,
                "static/web-vitals.js",
                EXTENSION,
                "index.html",
                "<!doctype html>"));
    }

    static TestHttp start(Map<String, String> files) {
        return new TestHttp(new SnippetRoutes(
                        token -> token.equals(TOKEN) ? Optional.of(new ProjectId(1)) : Optional.empty(),
                        new WebApplication(WebFiles.of(name -> Optional.ofNullable(files.get(name))
                                .map(it -> new ByteArrayInputStream(it.getBytes(StandardCharsets.UTF_8)))))::file,
                        new BodyBudget(4 << 20),
                        new SettableClock("2024-05-06T07:00:00Z"),
                        new SplittableRandom(1))
                .routes());
    }
}
