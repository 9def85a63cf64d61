package dev.tessera.app.definitions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which event definitions a list wants, and how sorted. What is empty does not filter.
 *
 * @param terms lower-cased; all have to be in the name or in what else it is called
 * @param tags of which they have to have one
 */
public record EventDefinitionFilter(
        List<String> terms,
        Sort sort,
        List<String> tags,
        Optional<Boolean> verified,
        Optional<Boolean> hidden,
        Order order) {
    public EventDefinitionFilter {
        terms = List.copyOf(terms);
        tags = List.copyOf(tags);
    }

    /** Lets everything through. */
    public static EventDefinitionFilter none() {
        return new EventDefinitionFilter(
                List.of(), Sort.EVENT, List.of(), Optional.empty(), Optional.empty(), Order.standard());
    }

    /** Events of which sort. */
    public enum Sort {
        /** All. */
        EVENT("event"),
        /** Those that the project named. */
        EVENT_CUSTOM("event_custom"),
        /** Those that SDKs named, with a dollar sign in front. */
        EVENT_POSTHOG("event_posthog");

        private final String wireName;

        Sort(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }

        static Optional<Sort> named(String wireName) {
            return Arrays.stream(values())
                    .filter(it -> it.wireName.equals(wireName))
                    .findFirst();
        }
    }

    /** How a list is sorted. What has no value comes last; names settle what is equal. */
    public record Order(By by, boolean descending) {
        /** What was seen on the last day, by name; then what was seen the day before. */
        public static Order standard() {
            return new Order(By.LAST_SEEN_DAY, true);
        }

        /** Reads a name with an optional minus before it. */
        static Optional<Order> parse(String text) {
            boolean descending = text.startsWith("-");
            String name = descending ? text.substring(1) : text;
            return Arrays.stream(By.values())
                    .filter(it -> it.wireName.equals(name))
                    .findFirst()
                    .map(it -> new Order(it, descending));
        }
    }

    /** What to sort by. Days are those of UTC. */
    public enum By {
        NAME("name"),
        LAST_SEEN_AT("last_seen_at"),
        LAST_SEEN_DAY("last_seen_at::date"),
        CREATED_AT("created_at"),
        CREATED_DAY("created_at::date");

        private final String wireName;

        By(String wireName) {
            this.wireName = wireName;
        }
    }
}
