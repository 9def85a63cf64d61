package dev.tessera.server;

import dev.tessera.app.definitions.DefinitionLimits;
import dev.tessera.app.definitions.DefinitionTracker;
import dev.tessera.app.definitions.EventDefinitionRoutes;
import dev.tessera.app.definitions.EventDefinitionStore;
import dev.tessera.app.definitions.EventDefinitions;
import dev.tessera.app.definitions.PropertyDefinitionRoutes;
import dev.tessera.app.definitions.PropertyDefinitions;
import dev.tessera.app.definitions.PropertyValueRoutes;
import dev.tessera.app.definitions.PropertyValues;
import dev.tessera.app.http.Route;
import dev.tessera.app.ingestion.MetadataStep;
import dev.tessera.app.query.Acknowledged;
import dev.tessera.kernel.time.Clock;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.definitions.SqlDefinitionStore;
import dev.tessera.metadata.definitions.SqlEventDefinitionStore;
import dev.tessera.metadata.definitions.SqlPropertyDefinitionStore;
import java.util.List;
import java.util.stream.Stream;

/** The parts that know which events and properties projects have. */
record Definitions(DefinitionTracker tracker, DefinitionLimits limits) {
    static Definitions over(Database database) {
        DefinitionLimits limits = DefinitionLimits.defaults();
        return new Definitions(new DefinitionTracker(new SqlDefinitionStore(database), limits), limits);
    }

    /** How the applier keeps persons and definitions. */
    MetadataStep step(Stores stores) {
        return new MetadataStep(stores.database(), stores.persons(), tracker);
    }

    List<Route> routes(Stores stores, Access access, Acknowledged acknowledged, Clock clock) {
        Database database = stores.database();
        EventDefinitionStore events = new SqlEventDefinitionStore(database);
        return Stream.of(
                        new EventDefinitionRoutes(
                                        access.guard(),
                                        new EventDefinitions(database, events, tracker, limits, clock),
                                        acknowledged,
                                        access.users())
                                .routes(),
                        new PropertyDefinitionRoutes(
                                        access.guard(),
                                        new PropertyDefinitions(
                                                database, new SqlPropertyDefinitionStore(database), tracker, clock),
                                        acknowledged,
                                        access.users())
                                .routes(),
                        new PropertyValueRoutes(
                                        access.guard(),
                                        new PropertyValues(stores.events(), events, clock),
                                        acknowledged)
                                .routes())
                .flatMap(List::stream)
                .toList();
    }
}
