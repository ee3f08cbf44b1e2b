package kz.jolkarta.core.internal.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A file that lists features, as a KAR brings it.
 *
 * @param features their names
 * @param bundles locations of the code
 * @param elsewhere locations of other lists and files that it would have fetched
 */
record FeatureList(List<String> features, List<String> bundles, List<String> elsewhere) {
    /** Which defines no entities and reads nothing from outside. */
    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }

    /** @throws IOException also when it is no XML */
    static FeatureList of(Path file) throws IOException {
        List<String> features = new ArrayList<>();
        List<String> bundles = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = reader(in);
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "bundle" -> bundles.add(xml.getElementText().strip());
                    case "repository", "configfile" ->
                        elsewhere.add(xml.getElementText().strip());
                    case "feature" -> {
                        // Within a feature it is the name of one that is needed.
                        if (depth == 1) {
                            features.add(String.valueOf(xml.getAttributeValue(null, "name")));
                        }
                        depth++;
                    }
                    default -> depth++;
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
        return new FeatureList(List.copyOf(features), List.copyOf(bundles), List.copyOf(elsewhere));
    }
}
