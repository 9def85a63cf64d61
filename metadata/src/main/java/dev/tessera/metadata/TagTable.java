package dev.tessera.metadata;

import dev.tessera.kernel.id.ProjectId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStep3;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The table that keeps the tags of one sort of thing.
 *
 * @param <K> the ids of such things
 */
public record TagTable<R extends Record, K>(Table<R> table, Field<Long> project, Field<K> owner, Field<String> name) {
    /** The tags of each of {@code owners} that has any, in order. */
    public Map<K, List<String>> of(DSLContext dsl, ProjectId in, Collection<K> owners) {
        Map<K, List<String>> tags = new HashMap<>();
        dsl.select(owner, name)
                .from(table)
                .where(project.eq(in.value()), owner.in(owners))
                .orderBy(owner, name)
                .forEach(row -> tags.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                        .add(row.value2()));
        return tags;
    }

    /** How many characters the tags of the thing with the id {@code of} have. */
    public Field<BigDecimal> size(Field<K> of) {
        return DSL.field(
                DSL.select(Sizes.sum(Sizes.of(List.of(name)))).from(table).where(owner.eq(of)));
    }

    /** Makes {@code tags} the tags of {@code of}. */
    public void replace(DSLContext dsl, ProjectId in, K of, List<String> tags) {
        dsl.deleteFrom(table).where(project.eq(in.value()), owner.eq(of)).execute();
        if (tags.isEmpty()) {
            return;
        }
        InsertValuesStep3<R, Long, K, String> insert = dsl.insertInto(table, project, owner, name);
        for (String tag : tags) {
            insert = insert.values(in.value(), of, tag);
        }
        insert.execute();
    }

    /** That the thing with the id {@code of} has one of {@code tags}. */
    public Condition anyOf(Field<K> of, Collection<String> tags) {
        return exists(of, name.in(tags));
    }

    /** That the thing with the id {@code of} has a tag that contains {@code text}. */
    public Condition containing(Field<K> of, String text) {
        return exists(of, name.contains(text));
    }

    private Condition exists(Field<K> of, Condition condition) {
        return DSL.exists(DSL.selectOne().from(table).where(owner.eq(of), condition));
    }
}
