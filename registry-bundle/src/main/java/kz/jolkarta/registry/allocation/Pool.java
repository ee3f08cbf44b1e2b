package kz.jolkarta.registry.allocation;

/** Places that are given out in an order: the seats of an activity, or a quota of awards. */
public record Pool(Kind kind, long id) {
    public enum Kind {
        ACTIVITY,
        QUOTA
    }

    boolean seats() {
        return kind == Kind.ACTIVITY;
    }

    public static Pool activity(long id) {
        return new Pool(Kind.ACTIVITY, id);
    }

    public static Pool quota(long id) {
        return new Pool(Kind.QUOTA, id);
    }
}
