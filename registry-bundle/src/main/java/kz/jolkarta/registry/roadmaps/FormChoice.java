package kz.jolkarta.registry.roadmaps;

/** One of the values of a field of choices. */
public record FormChoice(String code, FormNames names) {
    public FormChoice {
        code = code == null ? "" : code;
        names = names == null ? new FormNames("", "", "") : names;
    }
}
