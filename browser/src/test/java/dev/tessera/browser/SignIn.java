package dev.tessera.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import dev.tessera.server.RunningServer;
import java.util.Map;

/** Signs the browser of a page in without the form, which has tests of its own. */
final class SignIn {
    private SignIn() {}

    static void asFirstUser(Page page, RunningServer server) {
        APIResponse response = page.context()
                .request()
                .post(
                        server.url() + "/api/login/",
                        RequestOptions.create()
                                .setData(Map.of("email", "ada@example.com", "password", RunningServer.PASSWORD)));
        assertThat(response.status()).as(response.text()).isEqualTo(200);
    }
}
