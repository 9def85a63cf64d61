package dev.tessera.app.insights;

import java.util.Arrays;
import java.util.Optional;

/** How a list of insights is sorted. What has no value comes last; ids settle what is equal. */
public record InsightOrder(By by, boolean descending) {
    /** What to sort by. */
    public enum By {
        ORDER("order"),
        NAME("name"),
        CREATED_AT("created_at"),
        LAST_MODIFIED_AT("last_modified_at"),
        CREATED_BY("created_by"),
        /** When the caller last viewed them. */
        LAST_VIEWED_AT("last_viewed_at");

        private final String wireName;

        By(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }
    }

    /** The order of a list that nobody wants sorted. */
    public static InsightOrder standard() {
        return new InsightOrder(By.ORDER, false);
    }

    /** Reads a name with an optional minus before it. */
    static Optional<InsightOrder> parse(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        return Arrays.stream(By.values())
                .filter(it -> it.wireName.equals(name))
                .findFirst()
                .map(it -> new InsightOrder(it, descending));
    }
}
