package dev.tessera.app.demo.world;

/** How somebody uses the product who has come so far with it. */
enum Habit {
    /** Signed up, and did not see the point. */
    CURIOUS(0.23, 0.01, 6, 0.05),
    /** Writes alone. */
    ALONE(0.27, 0.16, 22, 0.22),
    /** Joined a team that was there. */
    COLLEAGUE(0.27, 0.30, 28, 0.34),
    /** Has brought colleagues. */
    HOST(0.32, 0.28, 34, 0.36),
    /** Pays. */
    CUSTOMER(0.44, 0.70, 80, 0.58);

    private final double diligence;
    private final double loyalty;
    private final double patience;
    private final double adoption;

    Habit(double diligence, double loyalty, double patience, double adoption) {
        this.diligence = diligence;
        this.loyalty = loyalty;
        this.patience = patience;
        this.adoption = adoption;
    }

    /** The probability to use the product on an ordinary working day. */
    double diligence() {
        return diligence;
    }

    /** The share that stays for good. */
    double loyalty() {
        return loyalty;
    }

    /** How many days the others stay, on average. */
    double patience() {
        return patience;
    }

    /** The probability to use the new feature once it is there. */
    double adoption() {
        return adoption;
    }

    Weighted<Kind> actions() {
        return switch (this) {
            case CURIOUS -> Actions.READING;
            case ALONE -> Actions.WRITING;
            case COLLEAGUE, HOST, CUSTOMER -> Actions.INVITING;
        };
    }
}
