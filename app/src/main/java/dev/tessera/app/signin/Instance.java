package dev.tessera.app.signin;

/**
 * How this instance is run.
 *
 * @param siteUrl its public address, without a slash at the end; empty when nobody said
 * @param openSignUp whether others than its first user may sign up
 * @param demo whether it shows made-up data to whoever is on the same machine
 */
public record Instance(String siteUrl, boolean openSignUp, boolean demo) {
    /** Whether browsers reach it by https. */
    public boolean encrypted() {
        return siteUrl.startsWith("https://");
    }
}
