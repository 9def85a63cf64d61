package dev.tessera.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.json.Json;
import dev.tessera.server.RunningServer;
import dev.tessera.server.sdk.Fault;
import dev.tessera.server.sdk.FaultyProxy;
import dev.tessera.server.sdk.StoredEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The official SDK for browsers, unmodified, in a page of another site. */
class BrowserSdkTest {
    /** Keeps the uuids of what it captures in {@code sent}. */
    private static final String PAGE = """
            <!doctype html><title>Shop</title><script src="%1$s/static/array.js"></script>
            <script>
              const sent = [];
              posthog.init('%2$s', {
                api_host: '%1$s',
                person_profiles: 'always',
                capture_pageleave: false,
                before_send: (event) => {
                  sent.push(event.uuid);
                  return event;
                },
              });
            </script>
            <p>Welcome</p>""";

    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @TempDir
    private Path data;

    @Test
    void everyEventIsStoredOnceWhateverHappensOnTheWay() throws IOException {
        try (RunningServer server = RunningServer.on(data);
                FaultyProxy proxy = FaultyProxy.before(
                        server,
                        new Fault.Refusal(503),
                        new Fault.Delay(Duration.ofMillis(300)),
                        new Fault.Reset(),
                        new Fault.LostAnswer(),
                        new Fault.Refusal(502));
                Site shop = new Site(PAGE.formatted(proxy.url(), RunningServer.TOKEN))) {
            Page page = chromium.openAsPersonBadlyConnected(shop.url());
            page.waitForFunction("() => sent.length > 0");
            for (int i = 0; i < 8; i++) {
                page.evaluate("number => posthog.capture('viewed', { number })", i);
                page.evaluate("() => posthog.capture('looked', {}, { send_instantly: true })");
            }
            List<UUID> sent = uuids(page, """
                    () => {
                      posthog.identify('ada', { plan: 'free' });
                      posthog.alias('countess');
                      posthog.group('company', 'acme', { size: 3 });
                      posthog.capture('paid', { price: 9.5 });
                      return JSON.stringify(sent);
                    }""");
            StoredEvents.await(server, sent.size());

            assertThat(proxy.isScriptOver()).isTrue();
            List<StoredEvent> stored = StoredEvents.stopAndRead(server, data);
            assertThat(stored).extracting(StoredEvent::uuid).containsExactlyInAnyOrderElementsOf(sent);
            assertThat(stored)
                    .extracting(StoredEvent::event)
                    .contains("$pageview", "viewed", "looked", "$identify", "$create_alias", "$groupidentify", "paid");
        }
    }

    @Test
    void whatIsWaitingIsSentWhenThePageIsLeft() throws IOException {
        try (RunningServer server = RunningServer.on(data);
                FaultyProxy proxy = FaultyProxy.before(server);
                Site shop = new Site(PAGE.formatted(proxy.url(), RunningServer.TOKEN))) {
            Page page = chromium.openAsPerson(shop.url());
            page.waitForFunction("() => sent.length > 0");
            StoredEvents.await(server, 1);
            List<UUID> sent = uuids(page, "() => { posthog.capture('left'); return JSON.stringify(sent); }");
            page.navigate("about:blank");
            StoredEvents.await(server, sent.size());

            assertThat(StoredEvents.stopAndRead(server, data))
                    .extracting(StoredEvent::uuid)
                    .containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    private static List<UUID> uuids(Page page, String script) {
        return Json.parse((String) page.evaluate(script))
                .valueStream()
                .map(it -> UUID.fromString(it.asString()))
                .toList();
    }
}
