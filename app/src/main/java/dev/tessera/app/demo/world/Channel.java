package dev.tessera.app.demo.world;

/** How people come to the product's site, and how serious they are. */
enum Channel {
    DIRECT("", "", "", "", 17, 0.15),
    SEARCH("https://www.google.com/", "", "", "", 19, 0.10),
    ASSISTANT("https://chatgpt.com/", "chatgpt.com", "", "", 2.4, 0.17),
    SEARCH_ADS("https://www.google.com/", "google", "cpc", "team-wiki", 9, 0.09),
    PAID_SOCIAL("https://www.linkedin.com/", "linkedin", "paid_social", "docs-that-answer", 1.2, 0.055),
    NEWSLETTER("", "newsletter", "email", "monthly-digest", 1.2, 0.14),
    REVIEWS("https://www.g2.com/", "", "", "", 3.6, 0.17),
    COMMUNITY("https://www.reddit.com/", "", "", "", 4.2, 0.06),
    LAUNCH("https://www.producthunt.com/", "producthunt", "launch", "smart-summaries", 0, 0.08);

    private static final String SITE = "https://www.marginalia.example/";

    private final String referrer;
    private final String source;
    private final String medium;
    private final String campaign;
    private final double visitsAtFirst;
    private final double signUpRate;

    Channel(String referrer, String source, String medium, String campaign, double visitsAtFirst, double signUpRate) {
        this.referrer = referrer;
        this.source = source;
        this.medium = medium;
        this.campaign = campaign;
        this.visitsAtFirst = visitsAtFirst;
        this.signUpRate = signUpRate;
    }

    /** Visits on an ordinary working day at the beginning of the twelve months. */
    double visitsAtFirst() {
        return visitsAtFirst;
    }

    /** The probability that somebody signs up at the first visit. */
    double signUpRate() {
        return signUpRate;
    }

    /** What is behind the question mark of the address that a visit begins at; empty for nothing. */
    String query() {
        StringBuilder query = new StringBuilder();
        parameter(query, "utm_source", source);
        parameter(query, "utm_medium", medium);
        parameter(query, "utm_campaign", campaign);
        return query.toString();
    }

    private static void parameter(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
        }
    }

    /** What the first event of a visit has in its properties, with {@code prefix} before each name. */
    String properties(String prefix, String dollarPrefix) {
        String from = referrer.isEmpty() ? "$direct" : referrer;
        String domain = referrer.isEmpty() ? "$direct" : referrer.substring("https://".length(), referrer.length() - 1);
        StringBuilder text = new StringBuilder();
        text.append('"')
                .append(dollarPrefix)
                .append("referrer\":\"")
                .append(from)
                .append('"');
        text.append(",\"")
                .append(dollarPrefix)
                .append("referring_domain\":\"")
                .append(domain)
                .append('"');
        property(text, prefix + "utm_source", source);
        property(text, prefix + "utm_medium", medium);
        property(text, prefix + "utm_campaign", campaign);
        return text.toString();
    }

    private static void property(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(",\"").append(name).append("\":\"").append(value).append('"');
        }
    }

    /** What an event has that follows another on the site. */
    static String withinTheSite() {
        return "\"$referrer\":\"" + SITE + "\",\"$referring_domain\":\"www.marginalia.example\"";
    }
}
