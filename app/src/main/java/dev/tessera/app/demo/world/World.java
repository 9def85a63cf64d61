package dev.tessera.app.demo.world;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The invented product "Marginalia", its visitors and its customers.
 *
 * <p>Seed and story decide everything that ever happens, also after the story's end: however often one asks, and for
 * whichever stretch of time, the same person does the same at the same moment.
 */
public final class World {
    /** How many there are in the {@linkplain #history history}. */
    public static final int EVENTS = 500_000;

    /** There were customers before the story begins. */
    private static final int DAYS_BEFORE = 420;

    /** Somewhere on earth the day after the last has begun. */
    private static final int DAYS_AROUND = 2;

    private final long seed;
    private final Story story;

    public World(long seed, Story story) {
        this.seed = seed;
        this.story = story;
    }

    public Story story() {
        return story;
    }

    /** What happened in the story. There would be a few more events: so many documents viewed are left out. */
    public Episode history() {
        return new Episode(
                timeline(story.begin(), story.end()).build(EVENTS, Kind.DOCUMENT_VIEWED, Dice.of(seed, 7)),
                story.end().toEpochMilli());
    }

    /** What happens at {@code from} or later, and before {@code until}. */
    public Episode between(Instant from, Instant until) {
        return new Episode(timeline(from, until).build(), until.toEpochMilli());
    }

    private Timeline.Builder timeline(Instant from, Instant until) {
        long firstDay = story.begin().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
        int lastDay =
                Math.toIntExact(until.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay() - firstDay) + 1;
        int days = lastDay + DAYS_AROUND;
        Timeline.Builder out = new Timeline.Builder(from.toEpochMilli(), until.toEpochMilli());
        Seasons seasons = new Seasons(seed, story, DAYS_BEFORE, days);
        Hours hours = new Hours(story, DAYS_BEFORE, days);
        Work work = new Work(story, seasons, hours, out, lastDay);
        Founding founding = new Founding(seed, work, out, until.toEpochMilli());
        Traffic traffic = new Traffic(seed, seasons, hours, work, founding, out);
        for (int day = -DAYS_BEFORE; day <= lastDay; day++) {
            traffic.arrive(day);
        }
        return out;
    }
}
