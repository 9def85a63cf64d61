package dev.tessera.app.demo.world;

import java.util.List;

/** What people do while they work, and how often compared with other things. */
final class Actions {
    /** Of those who never write. */
    static final Weighted<Kind> READING = weighted(List.of(Kind.DOCUMENT_VIEWED, Kind.SEARCH_PERFORMED));

    /** Of those who never invite. */
    static final Weighted<Kind> WRITING = weighted(List.of(
            Kind.DOCUMENT_VIEWED,
            Kind.DOCUMENT_EDITED,
            Kind.DOCUMENT_CREATED,
            Kind.DOCUMENT_SHARED,
            Kind.DOCUMENT_EXPORTED,
            Kind.COMMENT_ADDED,
            Kind.SEARCH_PERFORMED,
            Kind.ERROR_SHOWN));

    /** Of everybody else. */
    static final Weighted<Kind> INVITING = weighted(List.of(
            Kind.DOCUMENT_VIEWED,
            Kind.DOCUMENT_EDITED,
            Kind.DOCUMENT_CREATED,
            Kind.DOCUMENT_SHARED,
            Kind.DOCUMENT_EXPORTED,
            Kind.COMMENT_ADDED,
            Kind.SEARCH_PERFORMED,
            Kind.ERROR_SHOWN,
            Kind.TEAMMATE_INVITED));

    private Actions() {}

    private static Weighted<Kind> weighted(List<Kind> kinds) {
        return new Weighted<>(kinds, Actions::share);
    }

    private static double share(Kind kind) {
        return switch (kind) {
            case DOCUMENT_VIEWED -> 38;
            case DOCUMENT_EDITED -> 29;
            case COMMENT_ADDED -> 11;
            case SEARCH_PERFORMED -> 9;
            case DOCUMENT_CREATED -> 5.5;
            case DOCUMENT_SHARED -> 4;
            case DOCUMENT_EXPORTED -> 2.5;
            case TEAMMATE_INVITED -> 0.5;
            case ERROR_SHOWN -> 0.35;
            case PAGE_VIEWED,
                    IDENTIFIED,
                    COMPANY_IDENTIFIED,
                    SIGNED_UP,
                    INVITE_ACCEPTED,
                    ONBOARDING_STEP_COMPLETED,
                    SUMMARY_USED,
                    PLAN_UPGRADED,
                    INVOICE_PAID,
                    SUBSCRIPTION_CANCELLED -> 0;
        };
    }
}
