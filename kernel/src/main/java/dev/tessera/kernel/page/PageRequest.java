package dev.tessera.kernel.page;

/** Which part of a list is wanted: at most {@code limit} items from {@code offset} on. */
public record PageRequest(int limit, int offset) {
    /** Page size when none is asked for (spec/dashboards.md 1.5). */
    public static final int DEFAULT_LIMIT = 100;

    /** The largest page served, so that one request cannot ask for everything. */
    public static final int MAX_LIMIT = 1000;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT || offset < 0) {
            throw new IllegalArgumentException("limit " + limit + ", offset " + offset);
        }
    }

    /** The page that {@code limit} and {@code offset} ask for as texts; what is not a sensible number falls back. */
    public static PageRequest of(String limit, String offset) {
        int size = number(limit);
        return new PageRequest(size < 1 ? DEFAULT_LIMIT : Math.min(size, MAX_LIMIT), Math.max(0, number(offset)));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return text.matches("[0-9]+") ? Integer.MAX_VALUE : -1;
        }
    }
}
