package dev.tessera.app.demo.world;

import java.util.List;

/** Brings visitors to the site, day by day and from every channel; some of them sign up. */
final class Traffic {
    /** Nobody has more colleagues than fit between the numbers of two visitors. */
    private static final long NUMBERS_FOR_EACH = 64;

    private static final double STAYS_AWAY_IN_OUTAGE = 0.6;
    private static final double ANOTHER_PAGE = 0.56;
    private static final int MOST_PAGES = 9;
    private static final double COMES_BACK = 0.24;
    private static final double SIGNS_UP_AGAIN = 1.5;
    private static final double SIGNS_UP_ON_DESKTOP = 1.15;
    private static final double SIGNS_UP_ON_PHONE = 0.4;
    private static final int MOST_DAYS_UNTIL_BACK = 12;

    private final long seed;
    private final Seasons seasons;
    private final Hours hours;
    private final Work work;
    private final Founding founding;
    private final Timeline.Builder out;
    private long visitors;

    Traffic(long seed, Seasons seasons, Hours hours, Work work, Founding founding, Timeline.Builder out) {
        this.seed = seed;
        this.seasons = seasons;
        this.hours = hours;
        this.work = work;
        this.founding = founding;
        this.out = out;
    }

    /** Everybody who comes for the first time on {@code day}, and all that becomes of it. */
    void arrive(int day) {
        Dice dice = Dice.of(seed, 3, day);
        for (Channel channel : Channel.values()) {
            int visits = dice.count(seasons.visits(day, channel));
            for (int i = 0; i < visits; i++) {
                visit(day, channel, ++visitors * NUMBERS_FOR_EACH);
            }
        }
    }

    private void visit(int day, Channel channel, long number) {
        Dice dice = Dice.of(seed, 6, number);
        Place place = Place.WEIGHTED.draw(dice);
        Device device = Device.OF_VISITORS.draw(dice);
        long begin = hours.reading(day, place, dice);
        Visitor visitor = new Visitor(number, place, device, channel, begin);
        double serious = channel.signUpRate() * (device.isDesktop() ? SIGNS_UP_ON_DESKTOP : SIGNS_UP_ON_PHONE);
        if (work.isDown(begin) && dice.happens(STAYS_AWAY_IN_OUTAGE)) {
            return;
        }
        boolean signedUp = browse(visitor, begin, true, serious, dice);
        while (!signedUp && dice.happens(COMES_BACK)) {
            int later = hours.day(begin, place) + dice.between(1, MOST_DAYS_UNTIL_BACK);
            begin = hours.reading(later, place, dice);
            signedUp = browse(visitor, begin, false, serious * SIGNS_UP_AGAIN, dice);
        }
    }

    /** One visit; returns whether it ended in a sign-up. */
    private boolean browse(Visitor visitor, long begin, boolean first, double signUpRate, Dice dice) {
        long at = begin;
        out.add(visitor, Kind.PAGE_VIEWED, Detail.page(landingPage(visitor.channel(), first, dice), first), at, begin);
        boolean signsUp = dice.happens(signUpRate);
        int more = dice.streak(ANOTHER_PAGE, MOST_PAGES);
        for (int i = 0; i < more; i++) {
            at += 6_000 + (long) (dice.waiting(45) * 1_000);
            out.add(visitor, Kind.PAGE_VIEWED, Detail.page(Page.NEXT.draw(dice), false), at, begin);
        }
        if (signsUp) {
            at += 9_000 + dice.below(60_000);
            out.add(visitor, Kind.PAGE_VIEWED, Detail.page(Page.SIGN_UP, false), at, begin);
            founding.signUp(visitor, at + 15_000 + dice.below(60_000), begin);
        }
        return signsUp;
    }

    private static Page landingPage(Channel channel, boolean first, Dice dice) {
        if (!first) {
            return dice.happens(0.3) ? Page.PRICING : Page.HOME;
        }
        return switch (channel) {
            case DIRECT, ASSISTANT, NEWSLETTER -> Page.HOME;
            case SEARCH, COMMUNITY -> dice.happens(0.55) ? article(dice) : Page.HOME;
            case SEARCH_ADS, PAID_SOCIAL, LAUNCH -> Page.FEATURES;
            case REVIEWS -> Page.PRICING;
        };
    }

    private static Page article(Dice dice) {
        List<Page> articles = Page.ARTICLES;
        return articles.get(dice.below(articles.size()));
    }
}
