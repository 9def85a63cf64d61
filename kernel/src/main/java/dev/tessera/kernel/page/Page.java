package dev.tessera.kernel.page;

import java.util.List;
import java.util.function.Function;

/** Some items of a list that has {@code count} of them. */
public record Page<T>(long count, List<T> items) {
    public Page {
        items = List.copyOf(items);
    }

    /** The same page of other things. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(count, items.stream().<R>map(mapping).toList());
    }
}
