package dev.tessera.app.definitions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tessera.app.definitions.DefinitionChanges.SeenEvent;
import dev.tessera.app.definitions.DefinitionChanges.SeenProperty;
import dev.tessera.app.definitions.DefinitionChanges.SeenTogether;
import dev.tessera.app.ingestion.EventWitness;
import dev.tessera.app.ingestion.ObservedEvent;
import dev.tessera.kernel.id.ProjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notices what events tell of definitions that is new.
 *
 * <p>Nearly every event tells nothing: its name was seen less than an hour ago, and so were events with the same
 * properties. That is found out without reading its properties as JSON. What is known of projects is kept in memory,
 * within a bound. It is right because one tracker sees all events; after a failed write, and after a definition was deleted
 * or lost its type, it must be {@linkplain #forget forgotten}.
 */
public final class DefinitionTracker implements EventWitness {
    private static final long MAX_CACHED_BYTES = 12L << 20;

    /** What its properties mean is for groups to say, and they are not properties of the event. */
    private static final String GROUP_IDENTIFY = "$groupidentify";

    private static final PropertyOwner EVENTS = new PropertyOwner.Events();
    private static final PropertyOwner PERSONS = new PropertyOwner.Persons();

    private final DefinitionStore store;
    private final DefinitionLimits limits;
    private final Fingerprints fingerprints = new Fingerprints();
    private final Cache<ProjectId, ProjectKnowledge> cache = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MAX_CACHED_BYTES)
            .<ProjectId, ProjectKnowledge>weigher((_, known) -> known.bytes())
            .build();
    private volatile boolean stale;

    public DefinitionTracker(DefinitionStore store, DefinitionLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /** What {@code events}, in this order, tell that is new. It counts as known from now on, so it has to be stored. */
    public DefinitionChanges observe(Collection<ObservedEvent> events) {
        if (stale) {
            stale = false;
            cache.invalidateAll();
            fingerprints.clear();
        }
        Observation observation = new Observation();
        events.forEach(observation::see);
        return observation.changes();
    }

    @Override
    public Optional<Runnable> see(List<ObservedEvent> events) {
        DefinitionChanges changes = observe(events);
        return changes.isEmpty() ? Optional.empty() : Optional.of(() -> store.apply(changes));
    }

    /** Forgets what is in memory, before the next events; the store is asked again. Any thread may call this. */
    @Override
    public void forget() {
        stale = true;
    }

    /** Some events that are looked at together. */
    private final class Observation {
        private final Map<ProjectId, ProjectKnowledge> projects = new HashMap<>();
        private final List<SeenEvent> events = new ArrayList<>();
        private final List<SeenProperty> properties = new ArrayList<>();
        private final List<SeenTogether> together = new ArrayList<>();

        void see(ObservedEvent event) {
            ProjectKnowledge known = projects.computeIfAbsent(event.project(), this::load);
            Optional<String> name = DefinitionNames.ofEvent(event.event());
            if (name.isPresent() && known.see(name.get(), event.at())) {
                events.add(new SeenEvent(event.project(), name.get(), event.at()));
            }
            if (!event.event().equals(GROUP_IDENTIFY)) {
                see(event, event.properties(), EVENTS, name, known);
                see(event, event.set(), PERSONS, Optional.empty(), known);
                see(event, event.setOnce(), PERSONS, Optional.empty(), known);
            }
        }

        private void see(
                ObservedEvent event, String json, PropertyOwner owner, Optional<String> name, ProjectKnowledge known) {
            long fingerprint =
                    Fingerprints.with(Fingerprints.start(), event.project().value());
            fingerprint = Fingerprints.with(Fingerprints.with(fingerprint, owner.wireName()), name.orElse(""));
            PropertyScanner scanner = new PropertyScanner(json);
            int count = 0;
            while (scanner.next()) {
                count++;
                fingerprint = Fingerprints.with(
                        scanner.hashKey(fingerprint), Character.MAX_CODE_POINT + (scanner.isTyped() ? 2 : 3));
            }
            if (count > 0 && !fingerprints.contains(fingerprint)) {
                if (count <= limits.propertiesAtOnce()) {
                    learn(event, json, owner, name, known);
                }
                fingerprints.add(fingerprint);
            }
        }

        private void learn(
                ObservedEvent event, String json, PropertyOwner owner, Optional<String> name, ProjectKnowledge known) {
            PropertyScanner scanner = new PropertyScanner(json);
            while (scanner.next()) {
                DefinitionNames.ofProperty(owner, scanner.key()).ifPresent(property -> {
                    if (known.lacks(owner, property)) {
                        Optional<PropertyType> type = TypeDetection.detect(property, scanner.value(), event.at());
                        if (known.see(owner, property, type.isPresent())) {
                            properties.add(new SeenProperty(event.project(), owner, property, type));
                        }
                    }
                    if (name.isPresent()
                            && DefinitionNames.isKeptWithEvents(property)
                            && known.seeTogether(name.get(), property)) {
                        together.add(new SeenTogether(event.project(), name.get(), property));
                    }
                });
            }
        }

        private ProjectKnowledge load(ProjectId project) {
            ProjectKnowledge cached = cache.getIfPresent(project);
            return cached == null ? new ProjectKnowledge(store.known(project), limits) : cached;
        }

        /** The memory of what has grown is counted again. */
        DefinitionChanges changes() {
            cache.putAll(projects);
            return new DefinitionChanges(events, properties, together);
        }
    }
}
