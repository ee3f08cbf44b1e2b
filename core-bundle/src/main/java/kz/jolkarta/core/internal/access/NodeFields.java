package kz.jolkarta.core.internal.access;

import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Words;

/** What this node is, as forms ask for it. */
final class NodeFields {
    private NodeFields() {}

    /** The region can be chosen as soon as the registry knows them. */
    static List<Field> of(NodeSettings settings, Words words) {
        List<Field.Option> regions = words
                .sorted(settings.regions(), r -> r.name().in(words.language()))
                .stream()
                .map(r -> new Field.Option(r.code(), r.name().in(words.language())))
                .toList();
        List<Field> fields = new ArrayList<>();
        if (!regions.isEmpty()) {
            fields.add(Field.choice("region", words.text("page.node.region"), regions)
                    .value(settings.region())
                    .help(words.text("page.node.region.help")));
        }
        fields.add(Field.text("node", words.text("page.node.name"))
                .value(settings.ownName())
                .help(words.text("page.node.name.help")));
        return fields;
    }
}
