package kz.jolkarta.measure.centres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;

class CentresTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new Centres();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "activity.group",
                "deliverable.centre-opened",
                "indicator.centres-open",
                "indicator.children-served",
                "indicator.places",
                "indicator.target-group-share");
    }

    @Test
    void aCentreOutsideTheSevenRegionsNeedsTheDocumentThatCreatedIt() {
        assertEquals(List.of(), centre("231010000", "").objections(), "Atyrau is one of the seven");
        assertEquals(List.of(), centre("631010000", "Әкімдіктің № 5 қаулысы").objections());
        List<Message> refused = centre("631010000", "").objections();
        Map.of(
                        Language.KK, "631010000 аумағы қаулының 2-тармағында аталған жеті өңірге жатпайды",
                        Language.RU, "Территория 631010000 не входит в семь регионов пункта 2",
                        Language.EN, "The territory 631010000 is not in one of the seven regions of clause 2")
                .forEach((language, told) -> {
                    String text = TestTexts.ofClassPath().text(language, refused.get(0));
                    assertTrue(text.startsWith(told), text);
                });
    }

    @Test
    void aCentreIsKnownByItsTerritoryUnlessItsConfigurationNamesAKey() {
        assertEquals("231010000", centre("231010000", "").card().key());
        assertEquals(
                "Атырау орталығы", centre("231010000", "").card().name().in(Language.RU), "one name stands for all");
    }

    private static Centre centre(String territory, String ground) {
        return new Centre(new Configured(territory, ground));
    }

    /** A centre's configuration with nothing but what must be given. */
    private record Configured(String territory, String ground) implements Centre.Config {
        @Override
        public String name_kk() {
            return "Атырау орталығы";
        }

        @Override
        public String name_ru() {
            return "";
        }

        @Override
        public String name_en() {
            return "";
        }

        @Override
        public String opened() {
            return "2020-09-01";
        }

        @Override
        public int capacity() {
            return 120;
        }

        @Override
        public String director() {
            return "";
        }

        @Override
        public String bin() {
            return "";
        }

        @Override
        public String address() {
            return "";
        }

        @Override
        public String key() {
            return "";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return Centre.Config.class;
        }
    }
}
