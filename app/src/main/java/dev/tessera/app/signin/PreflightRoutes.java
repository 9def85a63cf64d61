package dev.tessera.app.signin;

import dev.tessera.app.access.Authentication;
import dev.tessera.app.access.UserStore;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** What a page has to know of the instance before anybody is signed in (spec/access.md 5.1). */
public final class PreflightRoutes {
    private static final List<String> PARTS =
            List.of("django", "redis", "plugins", "celery", "clickhouse", "kafka", "db");
    private static final double SECONDS_PER_HOUR = 3_600;

    private final UserStore users;
    private final Authentication authentication;
    private final Instance instance;
    private final Clock clock;

    public PreflightRoutes(UserStore users, Authentication authentication, Instance instance, Clock clock) {
        this.users = users;
        this.authentication = authentication;
        this.instance = instance;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(Operation.of(
                        HttpMethod.GET,
                        "/_preflight/",
                        "The state of the instance; more of it for who is signed in",
                        new Authorization.Open())
                .response(
                        200,
                        Schema.object()
                                .required("initiated", Schema.bool())
                                .required("can_create_org", Schema.bool())
                                .required("demo", Schema.bool()))
                .by(this::preflight));
    }

    private Response preflight(Request request) {
        boolean initiated = !users.isEmpty();
        ObjectNode json = Json.object();
        PARTS.forEach(it -> json.put(it, true)); // Whoever gets an answer has all of them: they are one process.
        json.put("initiated", initiated)
                .put("cloud", false)
                .put("demo", instance.demo())
                .put("realm", "hosted-clickhouse")
                .putNull("region");
        json.putObject("available_social_auth_providers")
                .put("github", false)
                .put("gitlab", false)
                .put("google-oauth2", false)
                .put("saml", false);
        json.put("can_create_org", !initiated || instance.openSignUp()).put("email_service_available", false);
        json.putObject("slack_service").put("available", false).putNull("client_id");
        json.putObject("data_warehouse_integrations");
        json.put("object_storage", false);
        json.putArray("public_egress_ip_addresses");
        if (authentication.knows(request)) {
            addForUsers(json);
        }
        return Response.ok(json).header("Cache-Control", "no-store");
    }

    private void addForUsers(ObjectNode json) {
        ObjectNode zones = json.putObject("available_timezones");
        Instant now = clock.now();
        new TreeSet<>(ZoneId.getAvailableZoneIds())
                .forEach(it ->
                        zones.put(it, ZoneId.of(it).getRules().getOffset(now).getTotalSeconds() / SECONDS_PER_HOUR));
        json.put("opt_out_capture", true)
                .putNull("licensed_users_available")
                .put("openai_available", false)
                .put("site_url", instance.siteUrl());
        json.putObject("instance_preferences");
        json.put("buffer_conversion_seconds", 0);
    }
}
