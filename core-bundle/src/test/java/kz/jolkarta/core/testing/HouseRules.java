package kz.jolkarta.core.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.pages.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules of the house for the classes of one bundle. A bundle holds them by one line in its own root package:
 * {@code class RegistryRulesTest extends HouseRules {}}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class HouseRules {
    private static final String OURS = "kz.jolkarta.";
    private static final String KERNEL = "kz.jolkarta.core.internal.";
    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.util.Calendar.getInstance");
    private static final Set<String> STATEMENTS = Set.of("list", "one", "each", "number", "update", "batch", "binary");
    private static final Pattern EMPTY_NAMES =
            Pattern.compile(".*(Impl|Manager|Helper|Utils?)|Abstract.*|I[A-Z][a-z].*");

    private final String root = getClass().getPackageName();
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(root);

    @Test
    void onlyTheClockKnowsWhatTimeItIs() {
        noClasses()
                .that()
                .resideOutsideOfPackage(KERNEL + "time..")
                .should()
                .accessTargetWhere(describe("the present is asked for", HouseRules::asksForThePresent))
                .because("the office's clock is the only source of the present, and tests set it")
                .check(classes);
    }

    private static boolean asksForThePresent(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getFullName();
        String method = owner + "." + access.getName();
        boolean date = owner.equals("java.util.Date") || owner.equals("java.util.GregorianCalendar");
        return CLOCKS.contains(method)
                || owner.startsWith("java.time.") && access.getName().equals("now")
                || date && access.getName().equals("<init>") && parameters(access) == 0;
    }

    private static int parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget call
                ? call.getRawParameterTypes().size()
                : -1;
    }

    @Test
    void everybodyUsesTheCoreAndNobodyAnybodyElse() {
        DescribedPredicate<JavaClass> foreign = describe("another bundle's classes or the kernel's insides", type -> {
            String name = type.getFullName();
            boolean own = name.startsWith(root + ".");
            boolean core = name.startsWith("kz.jolkarta.core.") && !name.startsWith(KERNEL);
            return name.startsWith(OURS) && !own && !core;
        });
        noClasses()
                .should()
                .dependOnClassesThat(foreign)
                .because("the star rule lets any bundle be taken away")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void sqlStandsInStoresOnly() {
        DescribedPredicate<JavaClass> noStore = describe("no stores", type -> {
            String outermost = type.getFullName().replaceAll("\\$.*", "");
            return !outermost.endsWith("Store") && !outermost.startsWith(KERNEL + "db.");
        });
        noClasses()
                .that(noStore)
                .should()
                .callMethodWhere(target(describe(
                        "a statement is run",
                        t -> t.getOwner().isEquivalentTo(Tx.class) && STATEMENTS.contains(t.getName()))))
                .because("whoever changes a table has to find every statement on it")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage(KERNEL + "db..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .because("the database service is the only one that speaks JDBC")
                .check(classes);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should(new com.tngtech.archunit.lang.ArchCondition<JavaClass>("have an empty name") {
                    @Override
                    public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
                        boolean empty =
                                EMPTY_NAMES.matcher(type.getSimpleName()).matches();
                        events.add(new com.tngtech.archunit.lang.SimpleConditionEvent(
                                type, empty, type.getFullName() + " has an empty name"));
                    }
                })
                .check(classes);
    }

    /** Lists of several pages that give no file: those one chooses from, and those whose file is another one's. */
    protected Set<String> listsWithoutFiles() {
        return Set.of();
    }

    @Test
    void aListOfSeveralPagesIsGivenAsFiles() {
        Set<String> without = classes.stream()
                .filter(type -> calls(type, "pages") && !calls(type, "exports"))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
        assertEquals(listsWithoutFiles(), without, "who works on with a list takes all of it along, not a page");
    }

    private static boolean calls(JavaClass type, String method) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(c -> c.getTargetOwner().isEquivalentTo(Table.class)
                        && c.getName().equals(method)
                        && !type.isEquivalentTo(Table.class));
    }

    @Test
    void nothingIsPrintedPastTheLog() {
        // Karaf gives a command of the shell its session's streams as System.out and System.err.
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Command")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(classes);
    }
}
