package kz.jolkarta.core.testing;

import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.db.Engine;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** The runs of a class that is marked with {@link BothEngines}. */
final class EngineRuns implements ClassTemplateInvocationContextProvider {
    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
            ExtensionContext context) {
        return Stream.of(Engine.values()).map(Run::new);
    }

    private record Run(Engine engine) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return engine == Engine.DERBY ? "Derby" : "PostgreSQL";
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new FreshDatabase(engine));
        }
    }

    /** Opened when a test first asks for it, closed after the last one. */
    private static final class FreshDatabase
            implements ParameterResolver, ExecutionCondition, AfterClassTemplateInvocationCallback {
        private final Engine engine;
        private TestDatabase database;

        FreshDatabase(Engine engine) {
            this.engine = engine;
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean required = "required".equals(System.getProperty("postgresql"));
            if (engine == Engine.DERBY || required || PostgresServer.programs().isPresent()) {
                return ConditionEvaluationResult.enabled("the engine is there");
            }
            return ConditionEvaluationResult.disabled("PostgreSQL is not installed");
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public synchronized Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            if (database == null) {
                TestDatabase fresh = TestDatabase.of(engine);
                tables(context).in(fresh);
                database = fresh;
            }
            return database;
        }

        private static BothEngines.Tables tables(ExtensionContext context) {
            BothEngines runs = AnnotationSupport.findAnnotation(
                            context.getRequiredTestClass(), BothEngines.class, context.getEnclosingTestClasses())
                    .orElseThrow();
            return ReflectionSupport.newInstance(runs.value());
        }

        @Override
        public void afterClassTemplateInvocation(ExtensionContext context) {
            if (database != null) {
                database.close();
                database = null;
            }
        }
    }
}
