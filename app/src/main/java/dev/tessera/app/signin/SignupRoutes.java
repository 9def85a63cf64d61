package dev.tessera.app.signin;

import dev.tessera.app.access.Accounts;
import dev.tessera.app.access.PasswordRules;
import dev.tessera.app.access.Roles;
import dev.tessera.app.access.SameOrigin;
import dev.tessera.app.access.Sessions;
import dev.tessera.app.access.SignUp;
import dev.tessera.app.access.Throttle;
import dev.tessera.app.access.User;
import dev.tessera.app.access.UserJson;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.Fields;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import java.time.Duration;
import java.util.List;

/** Signing up: an account with an organization of its own (spec/access.md 5.2). */
public final class SignupRoutes {
    private static final int MAX_NAME = 128;
    private static final int MAX_EMAIL = 254;
    private static final int MAX_SOURCE = 1_000;
    private static final int MAX_SIGN_UPS = 5;

    private final Accounts accounts;
    private final Sessions sessions;
    private final SameOrigin sameOrigin;
    private final boolean open;
    private final PasswordRules rules;
    private final Throttle throttle;

    /**
     * Routes that make accounts.
     *
     * @param open whether others than the first user of the instance may sign up
     */
    public SignupRoutes(
            Accounts accounts,
            PasswordRules rules,
            Sessions sessions,
            SameOrigin sameOrigin,
            boolean open,
            Clock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.sessions = sessions;
        this.sameOrigin = sameOrigin;
        this.open = open;
        this.throttle = new Throttle(MAX_SIGN_UPS, Duration.ofDays(1), clock);
    }

    public List<Route> routes() {
        return List.of(Operation.of(
                        HttpMethod.POST,
                        "/api/signup/",
                        "Make an account with an organization and a project, and sign in",
                        new Authorization.Open())
                .body(Schema.object()
                        .required("first_name", Schema.string())
                        .required("email", Schema.string())
                        .required("password", Schema.string())
                        .field("organization_name", Schema.string())
                        .field("role_at_organization", Schema.string()))
                .response(201, Schema.object())
                .by(this::signUp));
    }

    private Response signUp(Request request) throws InterruptedException {
        sameOrigin.require(request);
        accounts.refuseUnlessEmpty(!open);
        SignUp wanted = read(request.fields());
        rules.check(wanted.password(), "password", List.of(wanted.email(), wanted.firstName(), wanted.organization()));
        throttle.spend(Networks.of(
                request.peerAddress())); // Not earlier: whoever is still choosing a password has made nothing.
        User user = accounts.signUp(wanted, !open);
        return sessions.begin(
                user.id(), request, Response.created(UserJson.basic(user).put("redirect_url", "/")));
    }

    private static SignUp read(Fields fields) {
        String firstName = fields.requiredText("first_name", MAX_NAME);
        String email = fields.requiredText("email", MAX_EMAIL);
        if (!email.matches("[^@\\s]+@[^@\\s]+")) {
            throw ProblemException.invalid("Enter a valid email address.", "email");
        }
        String password = fields.requiredText("password", PasswordRules.MAX_LENGTH);
        String organization = fields.text("organization_name", "", MAX_NAME);
        fields.flag("email_opt_in", true);
        fields.text("referral_source", "", MAX_SOURCE);
        return new SignUp(
                email, password, firstName, organization.isEmpty() ? firstName : organization, Roles.of(fields));
    }
}
