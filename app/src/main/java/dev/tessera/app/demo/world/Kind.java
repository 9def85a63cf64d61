package dev.tessera.app.demo.world;

/** What can happen, under the name that the event has. */
enum Kind {
    PAGE_VIEWED("$pageview"),
    IDENTIFIED("$identify"),
    COMPANY_IDENTIFIED("$groupidentify"),
    SIGNED_UP("signed up"),
    INVITE_ACCEPTED("invite accepted"),
    ONBOARDING_STEP_COMPLETED("onboarding step completed"),
    DOCUMENT_CREATED("document created"),
    DOCUMENT_VIEWED("document viewed"),
    DOCUMENT_EDITED("document edited"),
    DOCUMENT_SHARED("document shared"),
    DOCUMENT_EXPORTED("document exported"),
    COMMENT_ADDED("comment added"),
    SEARCH_PERFORMED("search performed"),
    SUMMARY_USED("smart summary used"),
    TEAMMATE_INVITED("teammate invited"),
    ERROR_SHOWN("error shown"),
    PLAN_UPGRADED("plan upgraded"),
    INVOICE_PAID("invoice paid"),
    SUBSCRIPTION_CANCELLED("subscription cancelled");

    private final String event;

    Kind(String event) {
        this.event = event;
    }

    String event() {
        return event;
    }
}
