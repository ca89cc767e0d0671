package dev.relink;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house: dependencies point inwards. What is drawn in docs/tour.md is held here. */
@AnalyzeClasses(packages = "dev.relink", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String PRACTICE = "dev.relink.simulator..";

    /** Each level may know those before it. */
    private static final List<List<String>> INSIDE_OUT = List.of(
            List.of("company", "entity"),
            List.of("connector"),
            List.of("catalogue"),
            List.of("tally"),
            List.of(
                    "flow",
                    "binding",
                    "syncerror",
                    "attempt",
                    "pending",
                    "intake",
                    "connection",
                    "history",
                    "firstlink"),
            List.of("cycle"),
            List.of("repair"),
            List.of("admin", "api", "cli", "quickbooks", "app", "pages"));

    private static final List<String> HEART = INSIDE_OUT.stream()
            .limit(INSIDE_OUT.size() - 1)
            .flatMap(List::stream)
            .toList();

    /** Neighbours that must not know of each other; {@code pages} are the templates of {@code admin}. */
    private static final List<List<String>> OUTERMOST = List.of(
            List.of("admin", "pages"),
            List.of("api"),
            List.of("cli"),
            List.of("quickbooks.desktop"),
            List.of("quickbooks.online"),
            List.of("app"));

    @ArchTest
    void dependencies_point_inwards(JavaClasses house) {
        for (int level = 0; level < INSIDE_OUT.size() - 1; level++) {
            var outside =
                    INSIDE_OUT.stream().skip(level + 1L).flatMap(List::stream).toList();
            noClasses()
                    .that()
                    .resideInAnyPackage(packages(INSIDE_OUT.get(level)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(outside))
                    .allowEmptyShould(true)
                    .check(house);
        }
    }

    @ArchTest
    void the_outermost_know_nothing_of_each_other(JavaClasses house) {
        for (var one : OUTERMOST) {
            var others = OUTERMOST.stream()
                    .filter(other -> other != one)
                    .flatMap(List::stream)
                    .toList();
            noClasses()
                    .that()
                    .resideInAnyPackage(packages(one))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(others))
                    .allowEmptyShould(true)
                    .check(house);
        }
    }

    @ArchTest
    void the_platform_holds_no_domain(JavaClasses house) {
        var domain = INSIDE_OUT.stream()
                .flatMap(List::stream)
                .filter(name -> !name.equals("company"))
                .toList();
        noClasses()
                .that()
                .resideInAnyPackage(packages(List.of("platform")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(domain))
                .check(house);
    }

    @ArchTest
    void the_heart_knows_no_web_no_sign_in_no_xml(JavaClasses house) {
        noClasses()
                .that()
                .resideInAnyPackage(packages(HEART))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.security..",
                        "jakarta.servlet..",
                        "java.net.http..",
                        "javax.xml..")
                .allowEmptyShould(true)
                .check(house);
    }

    @ArchTest
    void what_things_are_does_not_know_where_they_are_kept(JavaClasses house) {
        noClasses()
                .that()
                .resideInAnyPackage(packages(List.of("entity", "connector", "catalogue")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
                .check(house);
    }

    @ArchTest
    void only_the_platform_reads_the_clock_or_draws_lots(JavaClasses house) {
        noClasses()
                .that()
                .resideInAnyPackage(packages(HEART))
                .should()
                .accessTargetWhere(CLOCK_OR_CHANCE)
                .allowEmptyShould(true)
                .check(house);
    }

    private static final Set<Class<?>> TIMES =
            Set.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

    private static final DescribedPredicate<JavaAccess<?>> CLOCK_OR_CHANCE =
            DescribedPredicate.describe("reads the clock or draws lots", access -> {
                var owner = access.getTargetOwner();
                String name = access.getName();
                boolean now = name.equals("now")
                        && TIMES.stream().anyMatch(owner::isEquivalentTo)
                        && access.getTarget().getFullName().endsWith("()");
                boolean clock = owner.isEquivalentTo(Clock.class) && name.startsWith("system");
                boolean system = owner.isEquivalentTo(System.class)
                        && (name.equals("currentTimeMillis") || name.equals("nanoTime"));
                boolean chance = owner.isEquivalentTo(SecureRandom.class)
                        || owner.isEquivalentTo(Random.class)
                        || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"));
                return now || clock || system || chance;
            });

    /** Else practice QuickBooks would share our mistakes. Tests use both; what is shipped knows one of them. */
    @ArchTest
    void practice_quickbooks_and_the_server_share_no_class(JavaClasses house) {
        noClasses()
                .that(resideInAPackage(PRACTICE))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.relink..").and(resideOutsideOfPackage(PRACTICE)))
                .check(house);
        noClasses()
                .that(resideOutsideOfPackage(PRACTICE))
                .should()
                .dependOnClassesThat(resideInAPackage(PRACTICE))
                .check(house);
    }

    /** Spring Modulith: no circles between packages, nobody reaches into another's inner package. */
    @Test
    void the_modules_hold() {
        ApplicationModules.of(Relink.class).verify();
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> "dev.relink." + name + "..").toArray(String[]::new);
    }
}
