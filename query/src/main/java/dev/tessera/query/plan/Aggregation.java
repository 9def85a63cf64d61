package dev.tessera.query.plan;

/** What is made of the events of a group (spec/queries-trends.md 5). */
public sealed interface Aggregation {
    /** How many they are. */
    record CountEvents() implements Aggregation {}

    /** How many different persons sent them. */
    record CountPersons() implements Aggregation {}
}
