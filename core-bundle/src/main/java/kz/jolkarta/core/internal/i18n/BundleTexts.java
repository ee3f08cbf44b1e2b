package kz.jolkarta.core.internal.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the texts of every bundle that is resolved, and drops them when it leaves. */
@Component(
        service = {Texts.class, KeptTexts.class},
        immediate = true)
public final class BundleTexts implements Texts, KeptTexts, BundleTrackerCustomizer<String> {
    private static final Logger LOG = LoggerFactory.getLogger(BundleTexts.class);

    private final TextCatalogue catalogue = new TextCatalogue();
    private final BundleTracker<String> bundles;

    @Activate
    public BundleTexts(BundleContext context) {
        bundles =
                new BundleTracker<>(context, Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING, this);
        bundles.open();
    }

    @Deactivate
    void close() {
        bundles.close();
    }

    @Override
    public String text(Language language, Message message) {
        return catalogue.text(language, message);
    }

    @Override
    public boolean has(String key) {
        return catalogue.has(key);
    }

    @Override
    public void keep(Map<Language, Map<String, String>> texts) {
        catalogue.keep(texts);
    }

    @Override
    public String addingBundle(Bundle bundle, BundleEvent event) {
        if (bundle.getEntry("messages_" + Language.KK.tag() + ".properties") == null) {
            return null;
        }
        try {
            Map<Language, Properties> texts = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                texts.put(language, read(bundle.getEntry("messages_" + language.tag() + ".properties")));
            }
            String owner = bundle.getSymbolicName();
            catalogue.put(owner, texts);
            return owner;
        } catch (IOException | IllegalArgumentException e) {
            // A plug-in with a broken file has no texts and disturbs nobody else.
            LOG.error("The texts of {} cannot be read", bundle.getSymbolicName(), e);
            return null;
        }
    }

    private static Properties read(URL file) throws IOException {
        Properties texts = new Properties();
        if (file != null) {
            try (InputStream content = file.openStream();
                    Reader reader = new InputStreamReader(content, StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
        }
        return texts;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, String owner) {
        // The same content in another state.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, String owner) {
        catalogue.remove(owner);
    }
}
