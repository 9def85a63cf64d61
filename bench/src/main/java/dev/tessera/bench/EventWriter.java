package dev.tessera.bench;

import dev.tessera.kernel.id.Uuids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Makes events of about 700 bytes of JSON, as a web shop's SDK would send them. The same seed makes the same ones.
 *
 * <p>They come from {@code persons} senders, each as likely as the others; one event in twenty sets properties of its
 * person.
 */
final class EventWriter {
    private static final String[] NAMES = {"page viewed", "page viewed", "page viewed", "clicked", "searched", "ordered"
    };
    private static final String[] BROWSERS = {
        "Chrome", "Chrome", "Chrome", "Safari", "Safari", "Firefox", "Edge", "Opera"
    };
    private static final String[] SYSTEMS = {"Windows", "Mac OS X", "Android", "iOS", "Linux"};
    private static final String[] COUNTRIES = {"DE", "NL", "FR", "US", "GB", "ES", "PL", "IT", "SE", "AT"};
    private static final String[] REFERRERS = {"https://www.google.com/", "https://duckduckgo.com/", "$direct"};

    private final SplittableRandom random;
    private final UuidKind uuids;
    private final int persons;

    /** Which kind of uuid an event gets. */
    enum UuidKind {
        RANDOM,
        TIME_ORDERED
    }

    EventWriter(long seed, UuidKind uuids, int persons) {
        this.random = new SplittableRandom(seed);
        this.uuids = uuids;
        this.persons = persons;
    }

    /** Appends one event that happened at {@code when}. */
    void append(StringBuilder json, Instant when) {
        int person = random.nextInt(persons);
        json.append("{\"event\":\"").append(one(NAMES)).append("\",\"distinct_id\":\"user-");
        json.append(person).append("\",\"uuid\":\"").append(uuid(when));
        json.append("\",\"timestamp\":\"").append(when.truncatedTo(ChronoUnit.MILLIS));
        json.append("\",\"properties\":{\"$lib\":\"posthog-node\",\"$lib_version\":\"5.70.0\",\"browser\":\"");
        json.append(one(BROWSERS)).append("\",\"browser_version\":").append(90 + random.nextInt(50));
        json.append(",\"os\":\"")
                .append(one(SYSTEMS))
                .append("\",\"country\":\"")
                .append(one(COUNTRIES));
        json.append("\",\"$current_url\":\"https://shop.example.com/category/").append(random.nextInt(200));
        json.append("/product/")
                .append(random.nextInt(20_000))
                .append("?campaign=")
                .append(random.nextInt(500));
        json.append("\",\"$pathname\":\"/category/").append(random.nextInt(200)).append("/product\",\"$referrer\":\"");
        json.append(one(REFERRERS))
                .append("\",\"$session_id\":\"")
                .append(new UUID(person, when.getEpochSecond() / 1800));
        json.append("\",\"screen_width\":").append(320 + 16 * random.nextInt(120));
        json.append(",\"screen_height\":").append(480 + 16 * random.nextInt(80));
        json.append(",\"price\":")
                .append(random.nextInt(100_000))
                .append(".5,\"in_stock\":")
                .append(random.nextBoolean());
        json.append(",\"user_agent\":\"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/");
        json.append(100 + random.nextInt(40)).append(".0.0.0 Safari/537.36\",\"experiment\":\"variant-");
        json.append(random.nextInt(4))
                .append("\",\"note\":\"")
                .append(Long.toHexString(random.nextLong()))
                .append('"');
        if (random.nextInt(20) == 0) {
            json.append(",\"$set\":{\"plan\":\"plan-").append(random.nextInt(4)).append("\",\"visits\":");
            json.append(random.nextInt(1_000)).append('}');
        }
        json.append("}}");
    }

    private String one(String[] values) {
        return values[random.nextInt(values.length)];
    }

    private UUID uuid(Instant when) {
        return switch (uuids) {
            case TIME_ORDERED -> Uuids.v7(when, random);
            case RANDOM ->
                new UUID(
                        (random.nextLong() & ~0xF000L) | 0x4000L,
                        (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
        };
    }
}
