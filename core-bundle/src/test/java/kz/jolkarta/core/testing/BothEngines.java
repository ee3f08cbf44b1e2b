package kz.jolkarta.core.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a whole test class once on Derby and once on PostgreSQL. The constructor, the tests and what comes before and after each may
 * take a {@link TestDatabase}: one fresh database for each run of the class ({@code @BeforeAll} runs once for both and may not). Where PostgreSQL is not installed its tests are shown as
 * skipped; with {@code -Dpostgresql=required} they fail.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ClassTemplate
@ExtendWith(EngineRuns.class)
public @interface BothEngines {
    /** Makes the bundle's own tables in each fresh database. */
    Class<? extends Tables> value() default Tables.None.class;

    /** What has to be in a database before its tests begin; the class has a constructor without parameters. */
    @FunctionalInterface
    interface Tables {
        void in(TestDatabase database);

        /** Only the kernel's tables. */
        final class None implements Tables {
            @Override
            public void in(TestDatabase database) {
                // The kernel's tables are there already.
            }
        }
    }
}
