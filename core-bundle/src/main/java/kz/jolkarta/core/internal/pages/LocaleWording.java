package kz.jolkarta.core.internal.pages;

import java.util.EnumMap;
import java.util.Map;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The words of the three languages. */
@Component
public final class LocaleWording implements Wording {
    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    @Activate
    public LocaleWording(@Reference Texts texts, @Reference OfficeClock clock) {
        for (Language language : Language.values()) {
            words.put(language, new LocaleWords(texts, language, clock.zone()));
        }
    }

    @Override
    public Words in(Language language) {
        return words.get(language);
    }
}
