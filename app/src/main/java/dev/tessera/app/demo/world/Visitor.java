package dev.tessera.app.demo.world;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody: at first a visitor of the site, later perhaps a member of a company that uses the product. */
final class Visitor {
    private final long number;
    private final Place place;
    private final Device device;
    private final Channel channel;
    private final long seenAt;
    private @Nullable Membership membership;
    private int index = -1;

    /** Who somebody is as a member of {@code company}. */
    private record Membership(Company company, String name, String role, long since) {}

    /**
     * A visitor.
     *
     * @param number nobody else has it
     * @param seenAt when they came for the first time
     */
    Visitor(long number, Place place, Device device, Channel channel, long seenAt) {
        this.number = number;
        this.place = place;
        this.device = device;
        this.channel = channel;
        this.seenAt = seenAt;
    }

    void becomeMember(Company company, String name, String role, long since) {
        membership = new Membership(company, name, role, since);
    }

    long number() {
        return number;
    }

    Place place() {
        return place;
    }

    Device device() {
        return device;
    }

    Channel channel() {
        return channel;
    }

    Optional<Company> company() {
        return Optional.ofNullable(membership).map(Membership::company);
    }

    boolean isMember(long at) {
        Membership known = membership;
        return known != null && known.since <= at;
    }

    /** The id under which an SDK knows the visitor at {@code at}. */
    String distinctId(long at) {
        return isMember(at) ? memberId() : anonymousId();
    }

    String anonymousId() {
        return uuid(seenAt, Dice.mix(number)).toString();
    }

    String memberId() {
        return "user_" + number;
    }

    /** What is known of the member, as {@code $set} of the event that makes them one. */
    String memberProperties() {
        Membership known = membership;
        if (known == null) {
            return "{}";
        }
        return "{\"email\":\"" + email(known) + "\",\"name\":\"" + known.name + "\",\"role\":\"" + known.role
                + "\",\"company\":\"" + known.company.name() + "\"}";
    }

    /** What was known when the visitor came for the first time. */
    String firstProperties() {
        return "{" + device.properties() + "," + place.properties() + "," + channel.properties("$initial_", "$initial_")
                + "}";
    }

    /** What is known of the person at {@code at}, without what a store adds. */
    String properties(long at) {
        String first = firstProperties();
        String more = memberProperties();
        return isMember(at) ? more.substring(0, more.length() - 1) + "," + first.substring(1) : first;
    }

    private static String email(Membership member) {
        return member.name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + member.company.domain();
    }

    /** A version 7 UUID of the moment {@code millis} that is always the same. */
    static UUID uuid(long millis, long bits) {
        long high = (millis << 16) | 0x7000L | (Dice.mix(bits) & 0x0FFF);
        long low = (bits & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    int index() {
        return index;
    }

    void index(int assigned) {
        index = assigned;
    }
}
