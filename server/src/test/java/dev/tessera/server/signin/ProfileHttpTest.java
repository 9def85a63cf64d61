package dev.tessera.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.access.MembershipLevel;
import dev.tessera.app.access.Organization;
import dev.tessera.app.access.Project;
import dev.tessera.kernel.time.SettableClock;
import dev.tessera.server.Browser;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import dev.tessera.server.access.AccessFixtures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behaviours of spec/access.md 6.2 and 10 about what users change of themselves. */
class ProfileHttpTest {
    private static final String ME = "/api/users/@me/";

    private final SettableClock clock = new SettableClock("2024-05-06T07:00:00Z");

    @TempDir
    private Path data;

    private RunningServer server;
    private AccessFixtures fixtures;
    private Browser browser;

    @BeforeEach
    void start() {
        server = RunningServer.on(data, clock, Map.of());
        fixtures = new AccessFixtures(data);
        browser = Browser.signedIn(server);
    }

    @AfterEach
    void stop() {
        fixtures.close();
        server.close();
    }

    @Test
    void switchesTheProjectAndWithItTheOrganization() {
        Organization lab = organizationOfFirstUser("Lab");
        Project bench = fixtures.stores().project(lab, "Bench");
        Reply reply = browser.patch(ME, "{\"set_current_team\": " + bench.id().value() + "}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("team/name").asString()).isEqualTo("Bench");
        assertThat(reply.at("organization/name").asString()).isEqualTo("Lab");
        assertThat(browser.get("/api/projects/@current/").at("name").asString()).isEqualTo("Bench");
        assertThat(browser.get("/api/projects/").at("results").size()).isEqualTo(2);
    }

    @Test
    void switchesToTheFirstProjectOfAnOrganization() {
        Organization lab = organizationOfFirstUser("Lab");
        fixtures.stores().project(lab, "Bench");
        fixtures.stores().project(lab, "Archive");
        Reply reply = browser.patch(ME, "{\"set_current_organization\": \"" + lab.id() + "\"}");
        assertThat(reply.at("team/name").asString()).isEqualTo("Bench");
        assertThat(reply.at("organization/name").asString()).isEqualTo("Lab");
    }

    @Test
    void access42RefusesAProjectThatTheUserCannotSee() {
        Organization foreign = fixtures.stores().organization("Foreign");
        long id = fixtures.stores().project(foreign, "Secret").id().value();
        Reply reply = browser.patch(ME, "{\"set_current_team\": " + id + "}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo("{\"type\":\"validation_error\",\"code\":\"does_not_exist\",\"detail\":\"Object with id="
                        + id + " does not exist.\",\"attr\":\"set_current_team\"}");
        assertThat(browser.patch(ME, "{\"set_current_team\": \"x\"}")
                        .at("detail")
                        .asString())
                .isEqualTo("Object with id=x does not exist.");
        Reply organization = browser.patch(ME, "{\"set_current_organization\": \"" + foreign.id() + "\"}");
        assertThat(organization.at("code").asString()).isEqualTo("does_not_exist");
        assertThat(organization.at("attr").asString()).isEqualTo("set_current_organization");
        assertThat(browser.get(ME).at("team/name").asString()).isEqualTo("Shop");
    }

    @Test
    void refusesAProjectOutsideTheOrganizationThatIsSetWithIt() {
        Organization lab = organizationOfFirstUser("Lab");
        Reply reply = browser.patch(
                ME,
                "{\"set_current_organization\": \"" + lab.id() + "\", \"set_current_team\": "
                        + fixtures.firstProject().id().value() + "}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("attr").asString()).isEqualTo("set_current_team");
        assertThat(reply.at("detail").asString())
                .isEqualTo("Team must belong to the same organization in set_current_organization.");
    }

    @Test
    void keepsWhatTheUserSets() {
        Reply reply = browser.patch(
                ME,
                "{\"first_name\": \"Augusta\", \"last_name\": \"King\", \"role_at_organization\": \"founder\","
                        + " \"theme_mode\": \"dark\", \"shortcut_position\": \"below\", \"allow_sidebar_suggestions\": true,"
                        + " \"has_seen_product_intro_for\": {\"a\": true}, \"ui_configuration\": {\"b\": [1]}}");
        assertThat(reply.status()).isEqualTo(200);
        Reply me = browser.get(ME);
        assertThat(me.body()).isEqualTo(reply.body());
        assertThat(me.at("first_name").asString() + " " + me.at("last_name").asString())
                .isEqualTo("Augusta King");
        assertThat(me.at("role_at_organization").asString()).isEqualTo("founder");
        assertThat(me.at("theme_mode").asString()).isEqualTo("dark");
        assertThat(me.at("shortcut_position").asString()).isEqualTo("below");
        assertThat(me.at("allow_sidebar_suggestions").asBoolean()).isTrue();
        assertThat(me.at("has_seen_product_intro_for/a").asBoolean()).isTrue();
        assertThat(me.at("ui_configuration/b/0").asInt()).isEqualTo(1);
    }

    @Test
    void setsOnlyWhatIsSentAndNullIsTheDefault() {
        browser.patch(ME, "{\"theme_mode\": \"dark\", \"has_seen_product_intro_for\": {\"a\": true}}");
        browser.patch(ME, "{\"has_seen_product_intro_for\": null, \"role_at_organization\": null}");
        Reply me = browser.get(ME);
        assertThat(me.at("theme_mode").asString()).isEqualTo("dark");
        assertThat(me.at("has_seen_product_intro_for").toString()).isEqualTo("{}");
        assertThat(browser.patch(ME, "{\"theme_mode\": null}").at("theme_mode").isNull())
                .isTrue();
        assertThat(me.at("first_name").asString()).isEqualTo("ada");
    }

    @Test
    void refusesValuesThatNothingUnderstands() {
        assertThat(errorOf("{\"theme_mode\": \"pink\"}")).isEqualTo("invalid_choice theme_mode");
        assertThat(errorOf("{\"ui_configuration\": [1]}")).isEqualTo("invalid_input ui_configuration");
        assertThat(errorOf("{\"allow_sidebar_suggestions\": \"maybe\"}"))
                .isEqualTo("invalid_input allow_sidebar_suggestions");
        assertThat(errorOf("{\"first_name\": \"\"}")).isEqualTo("blank first_name");
        assertThat(errorOf("{\"ui_configuration\": {\"a\": \"" + "x".repeat(50_000) + "\"}}"))
                .isEqualTo("invalid_input ");
        assertThat(browser.get(ME).at("ui_configuration").isNull()).isTrue();
    }

    @Test
    void letsNobodyMakeThemselvesStaff() {
        Organization acme = fixtures.firstOrganization();
        String key = fixtures.key(fixtures.member(acme, MembershipLevel.ADMIN, fixtures.firstProject()), "user:write");
        Reply reply = server.send("PATCH", ME, "{\"is_staff\": true}", "Authorization", "Bearer " + key);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("detail").asString()).isEqualTo("You are not a staff user, contact your instance admin.");
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        Browser other = Browser.signedIn(server);
        Reply reply = browser.patch(
                ME, "{\"password\": \"purple-otter-sings\", \"current_password\": \"" + RunningServer.PASSWORD + "\"}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(browser.get(ME).status()).isEqualTo(200);
        assertThat(other.get(ME).status()).isEqualTo(401);
        assertThat(other.signIn("ada@example.com", RunningServer.PASSWORD).status())
                .isEqualTo(400);
        assertThat(other.signIn("ada@example.com", "purple-otter-sings").status())
                .isEqualTo(200);
    }

    @Test
    void changesThePasswordOnlyForWhoKnowsTheCurrentOne() {
        assertThat(browser.patch(ME, "{\"password\": \"purple-otter-sings\"}").body())
                .isEqualTo(
                        "{\"type\":\"validation_error\",\"code\":\"required\",\"detail\":\"This field is required when"
                                + " updating your password.\",\"attr\":\"current_password\"}");
        String wrong = "{\"password\": \"purple-otter-sings\", \"current_password\": \"wrong horse\"}";
        assertThat(browser.patch(ME, wrong).body())
                .isEqualTo(
                        "{\"type\":\"validation_error\",\"code\":\"incorrect_password\",\"detail\":\"Your current password"
                                + " is incorrect.\",\"attr\":\"current_password\"}");
        assertThat(errorOf("{\"password\": \"password\", \"current_password\": \"" + RunningServer.PASSWORD + "\"}"))
                .isEqualTo("password_too_weak password");
        for (int i = 2; i < 5; i++) {
            browser.patch(ME, wrong);
        }
        assertThat(browser.patch(ME, wrong).status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(1));
        assertThat(browser.patch(ME, wrong).status()).isEqualTo(400);
    }

    private Organization organizationOfFirstUser(String name) {
        Organization organization = fixtures.stores().organization(name);
        fixtures.stores().member(fixtures.firstUser(), organization, MembershipLevel.MEMBER);
        return organization;
    }

    private String errorOf(String body) {
        Reply reply = browser.patch(ME, body);
        assertThat(reply.status()).isEqualTo(400);
        return reply.at("code").asString() + " " + reply.at("attr").asString();
    }
}
