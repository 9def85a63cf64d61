package dev.tessera.app.demo.world;

/** What becomes of somebody who signs up: first steps, perhaps colleagues, perhaps a subscription, and its end. */
final class Founding {
    private static final double PAYS = 0.097;
    private static final double INVITES = 0.214;
    private static final double WRITES = 0.384;
    private static final double COLLEAGUE_COMES = 0.7;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long DAY_MILLIS = 86_400_000;
    private static final long MONTH_MILLIS = 2_628_000_000L;
    private static final double[] STEPS = {0.93, 0.8, 0.66, 0.71};
    private static final int REASONS = 700;

    private final long seed;
    private final Work work;
    private final Timeline.Builder out;
    private final long until;
    private int companies;

    Founding(long seed, Work work, Timeline.Builder out, long until) {
        this.seed = seed;
        this.work = work;
        this.out = out;
        this.until = until;
    }

    /** {@code founder} signs up at {@code at}, in the session that began at {@code session}. */
    void signUp(Visitor founder, long at, long session) {
        Dice dice = Dice.of(seed, 4, founder.number());
        Company company = new Company(companies++, founder.place(), at, dice);
        founder.becomeMember(company, Names.person(dice), role(dice), at);
        out.add(founder, Kind.IDENTIFIED, 0, at, session);
        out.add(founder, Kind.SIGNED_UP, dice.below(3), at + 400, session);
        out.add(founder, Kind.COMPANY_IDENTIFIED, 0, at + 700, session);
        long next = firstSteps(founder, at, session, dice);
        Habit habit = fate(dice.unit());
        switch (habit) {
            case CURIOUS, COLLEAGUE -> {}
            case ALONE -> writeFirst(founder, next, session, dice);
            case HOST -> invite(founder, company, writeFirst(founder, next, session, dice), 0.62, dice);
            case CUSTOMER -> {
                long written = writeFirst(founder, next, session, dice);
                subscribe(founder, company, written, dice);
                invite(founder, company, written, 0.76, dice);
            }
        }
        work.live(founder, habit, at, company.cancelledAt(), dice);
    }

    private static Habit fate(double unit) {
        if (unit < PAYS) {
            return Habit.CUSTOMER;
        }
        if (unit < INVITES) {
            return Habit.HOST;
        }
        return unit < WRITES ? Habit.ALONE : Habit.CURIOUS;
    }

    private static String role(Dice dice) {
        return switch (dice.below(5)) {
            case 0, 1 -> "product";
            case 2 -> "engineering";
            case 3 -> "operations";
            default -> "marketing";
        };
    }

    private long firstSteps(Visitor founder, long at, long session, Dice dice) {
        long next = at + 2_000;
        for (int step = 0; step < STEPS.length && dice.happens(STEPS[step]); step++) {
            next += 10_000 + dice.below(100_000);
            out.add(founder, Kind.ONBOARDING_STEP_COMPLETED, step + 1, next, session);
        }
        return next;
    }

    /** The first document, at once or on one of the next days; returns when. */
    private long writeFirst(Visitor founder, long earliest, long session, Dice dice) {
        boolean atOnce = dice.happens(0.7);
        long at = earliest + dice.between(1, 20) * MINUTE_MILLIS + (atOnce ? 0 : dice.between(1, 3) * DAY_MILLIS);
        long begin = atOnce ? session : at;
        out.add(founder, Kind.DOCUMENT_CREATED, dice.below(4_000), at, begin);
        out.add(founder, Kind.DOCUMENT_EDITED, dice.below(4_000), at + 3 * MINUTE_MILLIS, begin);
        return at + 4 * MINUTE_MILLIS;
    }

    /** Colleagues are asked, and most of them come. */
    private void invite(Visitor founder, Company company, long earliest, double another, Dice dice) {
        int asked = 1 + dice.streak(another, 14);
        long at = earliest + (dice.happens(0.5) ? MINUTE_MILLIS : dice.between(1, 6) * DAY_MILLIS);
        for (int i = 1; i <= asked; i++) {
            at += 5_000 + dice.below(60_000);
            out.add(founder, Kind.TEAMMATE_INVITED, i, at, at);
            if (dice.happens(COLLEAGUE_COMES)) {
                join(founder, company, founder.number() + i, at + (long) (dice.waiting(1.2) * DAY_MILLIS));
            }
        }
    }

    private void join(Visitor host, Company company, long number, long at) {
        Dice dice = Dice.of(seed, 5, number);
        Visitor colleague = new Visitor(number, host.place(), Device.OF_MEMBERS.draw(dice), Channel.DIRECT, at);
        long accepted = at + 20_000 + dice.below(60_000);
        company.join(accepted);
        colleague.becomeMember(company, Names.person(dice), role(dice), accepted);
        out.add(colleague, Kind.PAGE_VIEWED, Detail.page(Page.INVITATION, true), at, at);
        out.add(colleague, Kind.IDENTIFIED, 0, accepted, at);
        out.add(colleague, Kind.INVITE_ACCEPTED, 0, accepted + 300, at);
        work.live(colleague, Habit.COLLEAGUE, accepted, company.cancelledAt(), dice);
    }

    private void subscribe(Visitor founder, Company company, long earliest, Dice dice) {
        long at = earliest + (long) ((6 + Math.min(dice.waiting(11), 45)) * DAY_MILLIS);
        Plan first = dice.happens(company.isLarge() ? 0.35 : 0.12) ? Plan.BUSINESS : Plan.TEAM;
        company.change(first, at);
        long grows = first == Plan.TEAM && dice.happens(0.2) ? at + dice.between(50, 220) * DAY_MILLIS : Long.MAX_VALUE;
        long cancels = dice.happens(0.33) ? at + dice.between(35, 420) * DAY_MILLIS : Long.MAX_VALUE;
        if (grows < cancels) {
            company.change(Plan.BUSINESS, grows);
        }
        if (cancels < Long.MAX_VALUE) {
            company.change(Plan.FREE, cancels);
        }
        out.add(founder, Kind.PLAN_UPGRADED, 0, at, at);
        out.add(founder, Kind.COMPANY_IDENTIFIED, 0, at + 1_000, at);
        if (grows < cancels) {
            out.add(founder, Kind.PLAN_UPGRADED, 0, grows, grows);
        }
        for (long due = at + 30_000; due < Math.min(cancels, until); due += MONTH_MILLIS) {
            out.add(founder, Kind.INVOICE_PAID, 0, due, due);
        }
        out.add(founder, Kind.SUBSCRIPTION_CANCELLED, dice.below(REASONS), cancels, cancels);
    }
}
