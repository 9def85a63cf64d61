package dev.tessera.app.tiles;

import java.math.BigDecimal;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/** The order in which tiles are read: from top to bottom, then from left to right (spec/dashboards.md 2.5). */
public final class TileOrder {
    /** The grid of twelve columns. */
    public static final String DESKTOP = "sm";

    /** Where a tile stands that nobody has placed. */
    private static final BigDecimal UNPLACED = BigDecimal.valueOf(100);

    private static final int MAX_DIGITS = 30;

    private TileOrder() {}

    /** By the boxes of one size of the grid; a missing box or coordinate counts as far away. */
    public static Comparator<Tile> by(String size) {
        return Comparator.<Tile, BigDecimal>comparing(it -> coordinate(it, size, "y"))
                .thenComparing(it -> coordinate(it, size, "x"));
    }

    private static BigDecimal coordinate(Tile tile, String size, String axis) {
        JsonNode value = tile.look().layouts().path(size).path(axis);
        // Some clients store numbers as texts.
        String text = value.isNumber() || value.isString() ? value.asString().strip() : "";
        if (text.isEmpty() || text.length() > MAX_DIGITS) {
            return UNPLACED;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return UNPLACED;
        }
    }
}
