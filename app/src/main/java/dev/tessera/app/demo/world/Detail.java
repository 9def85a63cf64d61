package dev.tessera.app.demo.world;

/** What the detail of a happening says, as a number. */
final class Detail {
    private static final int LANDING = 1 << 8;
    private static final int OUTAGE = 1 << 16;

    private Detail() {}

    /** {@code page} is seen, as the first of a visit or not. */
    static int page(Page page, boolean landing) {
        return Page.ALL.indexOf(page) | (landing ? LANDING : 0);
    }

    static Page page(int detail) {
        return Page.ALL.get(detail & (LANDING - 1));
    }

    static boolean landing(int detail) {
        return (detail & LANDING) != 0;
    }

    /** {@code document} could not be shown because nothing could. */
    static int outage(int document) {
        return document | OUTAGE;
    }

    static int document(int detail) {
        return detail & (OUTAGE - 1);
    }

    static boolean duringOutage(int detail) {
        return (detail & OUTAGE) != 0;
    }
}
