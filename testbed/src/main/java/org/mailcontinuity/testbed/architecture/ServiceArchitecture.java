package org.mailcontinuity.testbed.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;

/**
 * The rules of structure of a service.
 *
 * <ol>
 *   <li>Framework types appear only in classes whose suffix names a role; all else is plain Java.
 *   <li>Features form no cycle.
 *   <li>Only wiring asks the machine for the time; everything else is handed an {@code InstantSource}.
 *   <li>A service knows no other service, and no layer packages.
 * </ol>
 */
public final class ServiceArchitecture {
    private static final String ROOT = "org.mailcontinuity.";

    /** The roles that may know the framework (CONTRIBUTING lists what each is for). */
    private static final String ROLE =
            ".*(Resource|Consumer|Publisher|Entity|Row|Repository|Topology|Processor|Job|Client"
                    + "|Connection|Config|HealthCheck|Metrics|Mapper|Serde|Beans|Filter|Mechanism|Provider"
                    + "|Interceptor|Request|View|Relay|Templates|Receiver)"
                    + "(\\$.*)?";

    private static final String[] FRAMEWORK = {
        "jakarta..",
        "io.quarkus..",
        "io.smallrye..",
        "io.vertx..",
        "io.micrometer..",
        "org.apache.kafka..",
        "org.eclipse.microprofile..",
        "org.hibernate..",
    };

    private static final List<String> SERVICES = List.of("probe", "detector", "events", "notifier");
    private static final String[] LAYERS = {
        "..util..", "..common..", "..impl..", "..dto..", "..model..", "..service..", "..adapter..", "..domain..",
    };

    private ServiceArchitecture() {}

    /**
     * Checks the main classes of a service.
     *
     * @param service the service's package below {@code org.mailcontinuity}, such as {@code probe}
     * @throws AssertionError naming each violation
     */
    public static void check(String service) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT + service);
        rules(service).forEach(rule -> rule.check(classes));
    }

    private static List<ArchRule> rules(String service) {
        return List.of(
                noClasses()
                        .that(haveNoRole())
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(FRAMEWORK)
                        .because("framework types belong in classes whose suffix names their role"),
                slices().matching(ROOT + service + ".(*)..").should().beFreeOfCycles(),
                noClasses()
                        .that()
                        .haveNameNotMatching(".*Beans")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .because("time is an input: take an InstantSource"),
                noClasses().should().dependOnClassesThat().resideInAnyPackage(otherServices(service)),
                noClasses().should().resideInAnyPackage(LAYERS).because("packages are features, not layers"));
    }

    private static DescribedPredicate<JavaClass> haveNoRole() {
        return DescribedPredicate.describe(
                "have no role suffix",
                type -> !type.isAnnotation()
                        && !type.getName().matches(ROLE)
                        && !type.getSimpleName().equals("package-info"));
    }

    private static String[] otherServices(String service) {
        return SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);
    }
}
