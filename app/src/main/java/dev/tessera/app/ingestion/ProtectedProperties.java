package dev.tessera.app.ingestion;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of person properties that must find a place beside any others (spec/ingestion.md 5.4, 5.7). */
final class ProtectedProperties {
    /** The uuid of the event that created the person (5.6). */
    static final String CREATOR = "$creator_event_uuid";

    private static final Set<String> NAMES = names();

    private ProtectedProperties() {}

    static boolean contains(String name) {
        return NAMES.contains(name);
    }

    private static Set<String> names() {
        Set<String> automatic = Set.of(
                ("$app_build $app_name $app_namespace $app_version $browser $browser_version $device_type $current_url"
                                + " $pathname $os $os_name $os_version $referring_domain $referrer $screen_height"
                                + " $screen_width $viewport_height $viewport_width $raw_user_agent utm_source"
                                + " utm_medium utm_campaign utm_content utm_name utm_term gclid gad_source gclsrc"
                                + " dclid gbraid wbraid fbclid msclkid twclid li_fat_id mc_cid igshid ttclid rdt_cid"
                                + " irclid _kx epik qclid sccid")
                        .split(" "));
        Stream<String> initial =
                automatic.stream().map(it -> "$initial_" + (it.startsWith("$") ? it.substring(1) : it));
        return Stream.of(automatic.stream(), initial, Stream.of("email", "name", CREATOR))
                .flatMap(it -> it)
                .collect(Collectors.toUnmodifiableSet());
    }
}
