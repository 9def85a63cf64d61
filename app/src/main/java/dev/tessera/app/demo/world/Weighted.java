package dev.tessera.app.demo.world;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Things of which some are drawn more often than others. */
final class Weighted<T> {
    private final List<T> items;
    private final double[] upTo;

    Weighted(List<T> items, ToDoubleFunction<T> weight) {
        this.items = List.copyOf(items);
        this.upTo = new double[items.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weight.applyAsDouble(items.get(i));
            upTo[i] = sum;
        }
    }

    T draw(Dice dice) {
        double wanted = dice.unit() * upTo[upTo.length - 1];
        int i = 0;
        while (upTo[i] <= wanted) {
            i++;
        }
        return items.get(i);
    }
}
