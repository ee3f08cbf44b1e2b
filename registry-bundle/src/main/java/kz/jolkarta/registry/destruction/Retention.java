package kz.jolkarta.registry.destruction;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How long data of children who left the school are kept. */
@Component(service = Retention.class, configurationPid = "kz.jolkarta.retention")
@Designate(ocd = Retention.Config.class)
public final class Retention {
    private static final int MOST = 100;

    @ObjectClassDefinition(name = "Jolkarta retention of personal data")
    @interface Config {
        @AttributeDefinition(description = "Years after the end of schooling, 1 to 100")
        int years() default 5;
    }

    private final int years;

    @Activate
    public Retention(Config config) {
        this(config.years());
    }

    Retention(int years) {
        this.years = Math.max(1, Math.min(MOST, years));
    }

    int years() {
        return years;
    }

    /** Who left on this day or before is past the term. */
    LocalDate lastLeaving(LocalDate today) {
        return today.minusYears(years);
    }
}
