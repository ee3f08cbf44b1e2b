package kz.jolkarta.core.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kz.jolkarta.core.access.Right;

/** The right an endpoint needs; of several, one is enough. What stands in {@link #also} is needed besides, each of it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    Right[] value();

    Right[] also() default {};
}
