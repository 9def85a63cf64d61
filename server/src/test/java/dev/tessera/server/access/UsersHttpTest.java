package dev.tessera.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.access.MembershipLevel;
import dev.tessera.app.access.Organization;
import dev.tessera.app.access.Project;
import dev.tessera.app.access.User;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users over HTTP (spec/access.md 6.2). */
class UsersHttpTest {
    @TempDir
    private Path data;

    private RunningServer server;
    private AccessFixtures fixtures;

    @BeforeEach
    void start() {
        server = RunningServer.on(data);
        fixtures = new AccessFixtures(data);
    }

    @AfterEach
    void stop() {
        fixtures.close();
        server.close();
    }

    @Test
    void showsTheFirstUserAsOwnerOfTheFirstOrganization() {
        Reply me = server.get("/api/users/@me/");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.at("email").asString()).isEqualTo("ada@example.com");
        assertThat(me.at("first_name").asString()).isEqualTo("ada");
        assertThat(me.at("is_staff").asBoolean()).isTrue();
        assertThat(me.at("team/api_token").asString()).isEqualTo(RunningServer.TOKEN);
        assertThat(me.at("organization/name").asString()).isEqualTo("Acme");
        assertThat(me.at("organization/membership_level").asInt()).isEqualTo(15);
        assertThat(me.at("organization/member_count").asInt()).isEqualTo(1);
        assertThat(me.at("organization/teams/0")).isEqualTo(me.at("team"));
        assertThat(me.at("organizations")).hasSize(1);
        assertThat(me.at("organizations/0/id")).isEqualTo(me.at("organization/id"));
    }

    @Test
    void putsTheCurrentOrganizationInFront() {
        User ada = fixtures.firstUser();
        Organization umbrella = fixtures.stores().organization("Umbrella");
        Project hive = fixtures.stores().project(umbrella, "Hive");
        fixtures.stores().member(ada, umbrella, MembershipLevel.MEMBER);
        fixtures.stores().users().setCurrent(ada.id(), umbrella.id(), hive.id());
        Reply me = server.get("/api/users/@me/");
        assertThat(me.at("organization/name").asString()).isEqualTo("Umbrella");
        assertThat(me.at("team/name").asString()).isEqualTo("Hive");
        assertThat(me.at("organizations/0/name").asString()).isEqualTo("Umbrella");
        assertThat(me.at("organizations/1/name").asString()).isEqualTo("Acme");
    }

    @Test
    void showsAUserWhoBelongsNowhere() {
        String key = fixtures.key(fixtures.stores().user("newcomer"), "user:read");
        Reply me = server.send("GET", "/api/users/@me/", "", "Authorization", "Bearer " + key);
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.at("team").isNull()).isTrue();
        assertThat(me.at("organization").isNull()).isTrue();
        assertThat(me.at("organizations")).isEmpty();
    }

    @Test
    void tellsNobodyAPassword() {
        assertThat(server.get("/api/users/@me/").body()).doesNotContain("argon2", "password_hash");
    }
}
