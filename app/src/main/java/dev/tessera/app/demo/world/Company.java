package dev.tessera.app.demo.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A company that uses the product: what it is, who joined when, and what it pays for. */
final class Company {
    private static final long NEVER = Long.MAX_VALUE;
    private static final List<String> INDUSTRIES =
            List.of("Software", "Consulting", "Education", "Finance", "Health", "Manufacturing", "Media", "Retail");
    private static final List<Integer> EMPLOYEES = List.of(8, 15, 30, 60, 120, 250, 600, 1_500);

    private final String name;
    private final String key;
    private final String industry;
    private final int employees;
    private final Place place;
    private final long foundedAt;
    private final List<Long> joinedAt = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    /** The company pays for {@code plan} from {@code at} on. */
    private record Change(long at, Plan plan) {}

    Company(int ordinal, Place place, long foundedAt, Dice dice) {
        this.name = Names.company(ordinal);
        this.key = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        this.industry = INDUSTRIES.get(dice.below(INDUSTRIES.size()));
        this.employees = EMPLOYEES.get(Math.min(dice.below(8), dice.below(8)));
        this.place = place;
        this.foundedAt = foundedAt;
        this.joinedAt.add(foundedAt);
    }

    String name() {
        return name;
    }

    String key() {
        return key;
    }

    /** The domain of its e-mail addresses. */
    String domain() {
        return key + ".example";
    }

    long foundedAt() {
        return foundedAt;
    }

    boolean isLarge() {
        return employees > 100;
    }

    void join(long at) {
        joinedAt.add(at);
    }

    /** Who is in it at {@code at}. */
    int seats(long at) {
        return Math.toIntExact(joinedAt.stream().filter(it -> it <= at).count());
    }

    /** It pays for {@code plan} from {@code at} on, which is after all earlier changes. */
    void change(Plan plan, long at) {
        changes.add(new Change(at, plan));
    }

    Plan plan(long at) {
        Plan plan = Plan.FREE;
        for (Change change : changes) {
            if (change.at <= at) {
                plan = change.plan;
            }
        }
        return plan;
    }

    /** When it stopped paying; the end of time when it did not. */
    long cancelledAt() {
        return changes.isEmpty() || changes.getLast().plan != Plan.FREE ? NEVER : changes.getLast().at;
    }

    /** The text of its group properties at {@code at}. */
    String properties(long at) {
        Plan plan = plan(at);
        int seats = seats(at);
        return "{\"name\":\"" + name + "\",\"industry\":\"" + industry + "\",\"employees\":" + employees
                + ",\"country\":\"" + place.country() + "\",\"plan\":\"" + plan.wireName() + "\",\"seats\":" + seats
                + ",\"mrr\":" + seats * plan.pricePerSeat() + "}";
    }
}
