package dev.tessera.app.demo.world;

/** What a company pays for. */
enum Plan {
    FREE("free", 0),
    TEAM("team", 9),
    BUSINESS("business", 19);

    private final String wireName;
    private final int pricePerSeat;

    Plan(String wireName, int pricePerSeat) {
        this.wireName = wireName;
        this.pricePerSeat = pricePerSeat;
    }

    String wireName() {
        return wireName;
    }

    /** In dollars a month. */
    int pricePerSeat() {
        return pricePerSeat;
    }
}
