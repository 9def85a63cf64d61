package dev.tessera.app.tiles;

/** What someone may do with a dashboard, or with an insight on dashboards (spec/dashboards.md 7.2). */
public enum PrivilegeLevel {
    CAN_VIEW(21),
    CAN_EDIT(37);

    private final int number;

    PrivilegeLevel(int number) {
        this.number = number;
    }

    /** The level of someone who may edit, or may not. */
    public static PrivilegeLevel of(boolean mayEdit) {
        return mayEdit ? CAN_EDIT : CAN_VIEW;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }
}
