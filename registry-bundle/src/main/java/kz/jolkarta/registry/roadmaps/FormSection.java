package kz.jolkarta.registry.roadmaps;

import java.util.List;
import java.util.Objects;

/** A part of the form under a heading. */
public record FormSection(String code, FormNames names, List<FormField> fields) {
    public FormSection {
        code = code == null ? "" : code;
        names = names == null ? new FormNames("", "", "") : names;
        fields = fields == null
                ? List.of()
                : fields.stream().filter(Objects::nonNull).toList();
    }
}
