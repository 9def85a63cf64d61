package dev.tessera.app.http;

/** What a caller must bring to an operation; the authorization matrix and the OpenAPI document are made from it. */
public sealed interface Authorization {
    /** Nothing: health, documents, sign-in. */
    record Open() implements Authorization {}

    /** A project token in the payload, checked by the handler (capture). */
    record ProjectToken() implements Authorization {}

    /** A signed-in user, or a key with this scope ({@code object:action}). */
    record Scope(String scope) implements Authorization {
        public Scope {
            if (!scope.matches("[a-z_]+:(read|write)")) {
                throw new IllegalArgumentException("Not a scope: " + scope);
            }
        }
    }

    /**
     * A signed-in user; keys are refused, even those for everything.
     *
     * @param refusal what a key is told
     */
    record SessionOnly(String refusal) implements Authorization {
        /** With the usual refusal (spec/access.md 4.2). */
        public SessionOnly() {
            this("This action does not support personal API key access");
        }
    }
}
