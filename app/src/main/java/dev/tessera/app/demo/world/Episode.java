package dev.tessera.app.demo.world;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What happened in a stretch of time, who did it, and which companies they were of. One thread reads the deeds. */
public final class Episode {
    private final Timeline timeline;
    private final long until;
    private final EventText text = new EventText();

    Episode(Timeline timeline, long until) {
        this.timeline = timeline;
        this.until = until;
    }

    /** How many events there are. */
    public int size() {
        return timeline.size();
    }

    /** The events, from first to last. */
    public Stream<Deed> deeds() {
        return IntStream.range(0, timeline.size()).mapToObj(this::deed);
    }

    /** The event at {@code position} in the order of time. */
    public Deed deed(int position) {
        Happening happening = timeline.happening(position);
        Visitor who = happening.who();
        String set = EventText.set(happening);
        String setOnce = EventText.setOnce(happening);
        return new Deed(
                uuid(happening),
                happening.kind().event(),
                who.distinctId(happening.at()),
                who.index(),
                Instant.ofEpochMilli(happening.at()),
                text.properties(happening, set, setOnce),
                set,
                setOnce);
    }

    /** Everybody who did something, as they are at the end. */
    public Stream<Individual> people() {
        int[] first = timeline.firstOfEach();
        return timeline.visitors().stream().map(visitor -> individual(visitor, first[visitor.index()]));
    }

    private Individual individual(Visitor visitor, int firstDeed) {
        boolean member = visitor.isMember(until);
        String properties = visitor.properties(until);
        Happening first = timeline.happening(firstDeed);
        return new Individual(
                member ? List.of(visitor.anonymousId(), visitor.memberId()) : List.of(visitor.anonymousId()),
                properties.substring(0, properties.length() - 1) + ",\"$creator_event_uuid\":\"" + uuid(first) + "\"}",
                member,
                firstDeed,
                Instant.ofEpochMilli(first.at()));
    }

    private static UUID uuid(Happening happening) {
        return Visitor.uuid(
                happening.at(),
                Dice.mix(happening.who().number()) ^ happening.kind().event().hashCode());
    }

    /** The companies of all who did something, as they are at the end. */
    public List<Account> accounts() {
        Set<Company> companies = new LinkedHashSet<>();
        timeline.visitors().stream()
                .map(Visitor::company)
                .flatMap(Optional::stream)
                .forEach(companies::add);
        return companies.stream()
                .filter(company -> company.foundedAt() < until)
                .map(company -> new Account(
                        company.key(), company.properties(until), Instant.ofEpochMilli(company.foundedAt())))
                .toList();
    }
}
