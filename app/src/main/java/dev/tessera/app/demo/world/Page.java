package dev.tessera.app.demo.world;

import java.util.List;

/** Pages of the product's site, and of the product itself. */
enum Page {
    HOME("www", "/", "Marginalia: documents that answer", 4),
    FEATURES("www", "/features", "Features", 8),
    PRICING("www", "/pricing", "Pricing", 7),
    CUSTOMERS("www", "/customers", "Customers", 3),
    TEMPLATES("www", "/templates", "Templates", 3.5),
    BLOG_WIKI("www", "/blog/why-team-wikis-rot", "Why team wikis rot", 2),
    BLOG_MEETINGS("www", "/blog/meeting-notes-people-read", "Meeting notes that people read", 1.6),
    SECURITY("www", "/security", "Security", 1.2),
    SIGN_UP("www", "/sign-up", "Sign up", 0),
    INVITATION("app", "/invitation", "Join your team", 0),
    WORKSPACE("app", "/home", "Your documents", 0);

    static final List<Page> ALL = List.of(values());

    /** Where visits begin that follow a link to an article. */
    static final List<Page> ARTICLES = List.of(BLOG_WIKI, BLOG_MEETINGS, TEMPLATES);

    /** Where visitors go on to. */
    static final Weighted<Page> NEXT = new Weighted<>(ALL, page -> page.interest);

    private final String host;
    private final String path;
    private final String title;
    private final double interest;

    Page(String subdomain, String path, String title, double interest) {
        this.host = subdomain + ".marginalia.example";
        this.path = path;
        this.title = title;
        this.interest = interest;
    }

    String host() {
        return host;
    }

    String path() {
        return path;
    }

    String title() {
        return title;
    }
}
