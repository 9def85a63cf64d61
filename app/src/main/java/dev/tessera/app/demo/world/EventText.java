package dev.tessera.app.demo.world;

import java.util.List;
import java.util.Optional;

/**
 * Writes the properties of events as JSON, by hand because there are half a million; no text in them needs escaping.
 * Used by one thread.
 */
final class EventText {
    private static final List<String> DEVICES =
            Device.ALL.stream().map(Device::properties).toList();
    private static final List<String> PLACES =
            Place.ALL.stream().map(Place::properties).toList();
    private static final String IN_BROWSER = "\"$lib\":\"web\",\"$lib_version\":\"1.258.2\"";
    private static final String ON_SERVER = "\"$lib\":\"posthog-node\",\"$lib_version\":\"5.6.0\"";

    private static final List<String> METHODS = List.of("email", "google", "microsoft");
    private static final List<String> STEPS =
            List.of("name the workspace", "choose a template", "write the first page", "invite the team");
    private static final List<String> TEMPLATES =
            List.of("blank", "blank", "meeting notes", "decision record", "project brief", "onboarding guide");
    private static final List<String> VISIBILITIES = List.of("team", "team", "link", "public");
    private static final List<String> FORMATS = List.of("pdf", "pdf", "markdown", "docx");
    private static final List<String> SUMMARIES = List.of("document", "document", "thread", "week");
    private static final List<String> ROLES = List.of("editor", "editor", "viewer");
    private static final List<String> REASONS =
            List.of("price", "price", "price", "missing feature", "missing feature", "other tool", "company closed");

    private final StringBuilder text = new StringBuilder(1_024);

    /** What {@code happening} says of a person from now on; empty for nothing. */
    static String set(Happening happening) {
        return happening.kind() == Kind.IDENTIFIED ? happening.who().memberProperties() : "";
    }

    /** What {@code happening} says of a person unless it was known before; empty for nothing. */
    static String setOnce(Happening happening) {
        boolean first = happening.kind() == Kind.PAGE_VIEWED && Detail.landing(happening.detail());
        return first ? happening.who().firstProperties() : "";
    }

    /** All properties of {@code happening}. */
    String properties(Happening happening, String set, String setOnce) {
        text.setLength(0);
        text.append('{');
        own(happening);
        around(happening);
        if (!set.isEmpty()) {
            text.append(",\"$set\":").append(set);
        }
        if (!setOnce.isEmpty()) {
            text.append(",\"$set_once\":").append(setOnce);
        }
        return text.append('}').toString();
    }

    /** What events of this kind have. */
    private void own(Happening it) {
        switch (it.kind()) {
            case PAGE_VIEWED ->
                page(
                        Detail.page(it.detail()),
                        Detail.landing(it.detail()),
                        it.who().channel());
            case IDENTIFIED -> text("$anon_distinct_id", it.who().anonymousId());
            case COMPANY_IDENTIFIED -> companyIdentified(it);
            case SIGNED_UP -> text("method", METHODS.get(it.detail()));
            case INVITE_ACCEPTED -> text("method", "email");
            case ONBOARDING_STEP_COMPLETED -> {
                number("step", it.detail());
                next().text("name", STEPS.get(it.detail() - 1));
            }
            case DOCUMENT_CREATED -> document(it).text("template", one(TEMPLATES, it));
            case DOCUMENT_VIEWED -> document(it).text("from", it.detail() % 3 == 0 ? "search" : "workspace");
            case DOCUMENT_EDITED -> document(it).number("words", 3 + it.detail() * 31 % 397);
            case DOCUMENT_SHARED -> document(it).text("visibility", one(VISIBILITIES, it));
            case DOCUMENT_EXPORTED -> document(it).text("format", one(FORMATS, it));
            case COMMENT_ADDED -> document(it).number("words", 1 + it.detail() * 17 % 60);
            case SEARCH_PERFORMED -> number("results", it.detail() * 13 % 41);
            case SUMMARY_USED -> document(it).text("of", one(SUMMARIES, it));
            case TEAMMATE_INVITED -> text("role", one(ROLES, it));
            case ERROR_SHOWN ->
                document(it).number("code", Detail.duringOutage(it.detail()) ? 503 : 400 + it.detail() % 10);
            case PLAN_UPGRADED -> it.who().company().ifPresent(company -> upgraded(it, company));
            case INVOICE_PAID -> it.who().company().ifPresent(company -> paid(it, company));
            case SUBSCRIPTION_CANCELLED -> it.who().company().ifPresent(company -> cancelled(it, company));
        }
    }

    private void page(Page page, boolean landing, Channel channel) {
        text("$current_url", "https://" + page.host() + page.path() + (landing ? channel.query() : ""));
        next().text("$host", page.host())
                .next()
                .text("$pathname", page.path())
                .next()
                .text("title", page.title());
        text.append(',').append(landing ? channel.properties("", "$") : Channel.withinTheSite());
    }

    private EventText document(Happening it) {
        text.append("\"$pathname\":\"/d/").append(Detail.document(it.detail())).append("\",");
        return this;
    }

    private void companyIdentified(Happening it) {
        it.who().company().ifPresent(company -> {
            text("$group_type", "company").next().text("$group_key", company.key());
            text.append(",\"$group_set\":").append(company.properties(it.at()));
        });
    }

    private void upgraded(Happening it, Company company) {
        Plan plan = company.plan(it.at());
        text("from", company.plan(it.at() - 1).wireName()).next().text("to", plan.wireName());
        next().seats(company, it.at()).next().number("mrr", company.seats(it.at()) * plan.pricePerSeat());
    }

    private void paid(Happening it, Company company) {
        int amount = company.seats(it.at()) * company.plan(it.at()).pricePerSeat();
        seats(company, it.at()).next().number("amount", amount).next().text("currency", "USD");
    }

    private void cancelled(Happening it, Company company) {
        Plan plan = company.plan(it.at() - 1);
        text("reason", REASONS.get(it.detail() % REASONS.size())).next().text("from", plan.wireName());
        next().seats(company, it.at()).next().number("mrr", company.seats(it.at()) * plan.pricePerSeat());
    }

    private EventText seats(Company company, long at) {
        return number("seats", company.seats(at));
    }

    /** What events have wherever they come from. */
    private void around(Happening it) {
        Visitor who = it.who();
        Optional<Company> company = who.isMember(it.at()) ? who.company() : Optional.empty();
        company.ifPresent(known -> {
            next().text("plan", known.plan(it.at()).wireName());
            text.append(",\"$groups\":{\"company\":\"").append(known.key()).append("\"}");
            next().text("$group_0", known.key());
        });
        if (it.kind() == Kind.INVOICE_PAID) {
            text.append(',').append(ON_SERVER);
            return;
        }
        next().text(
                        "$session_id",
                        Visitor.uuid(it.session(), Dice.mix(who.number() ^ it.session()))
                                .toString());
        text.append(',').append(DEVICES.get(who.device().ordinal()));
        text.append(',').append(PLACES.get(who.place().ordinal()));
        text.append(',').append(IN_BROWSER);
    }

    private static String one(List<String> texts, Happening it) {
        return texts.get(Detail.document(it.detail()) % texts.size());
    }

    private EventText next() {
        text.append(',');
        return this;
    }

    private EventText text(String name, String value) {
        text.append('"').append(name).append("\":\"").append(value).append('"');
        return this;
    }

    private EventText number(String name, int value) {
        text.append('"').append(name).append("\":").append(value);
        return this;
    }
}
