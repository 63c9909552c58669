package org.waymark.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

/** Who may depend on whom, and where the framework may appear. Each rule was broken once by hand before it was trusted. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(at -> !at.contains("/test-classes/") && !at.contains("-tests.jar"))
            .importPackages("org.waymark");

    /** Raise it as the house grows: a rule that looks at nothing can't fail. */
    private static final int AT_LEAST = 250;

    @Test
    void the_net_is_not_empty() {
        assertThat(HOUSE.size()).isGreaterThan(AT_LEAST);
    }

    @Test
    void events_know_nothing_but_themselves() {
        classes()
                .that()
                .resideInAPackage("org.waymark.events..")
                .and()
                .resideOutsideOfPackages("org.waymark.events.store..", "org.waymark.events.rules..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..", "org.waymark.events..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("org.waymark.events..")
                .and()
                .resideOutsideOfPackage("org.waymark.events.store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.waymark.events.store..")
                .check(HOUSE);
    }

    @Test
    void what_decides_and_what_remembers_never_meet() {
        noClasses()
                .that()
                .resideInAPackage("org.waymark.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.waymark.query..", "org.waymark.standalone..", "org.waymark.stories..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("org.waymark.query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.waymark.command..", "org.waymark.standalone..", "org.waymark.stories..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("org.waymark.events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.waymark.command..", "org.waymark.query..")
                .check(HOUSE);
    }

    @Test
    void a_story_is_told_over_http_only() {
        noClasses()
                .that()
                .resideInAPackage("org.waymark.stories..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.waymark.command..", "org.waymark.query..", "org.axonframework..")
                .check(HOUSE);
    }

    @Test
    void features_share_rooms_not_each_other() {
        slices().matching("org.waymark.command.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(), resideInAnyPackage("..command.desk..", "..command.rules.."))
                .check(HOUSE);
        slices().matching("org.waymark.query.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(),
                        resideInAnyPackage("..query.live..", "..query.image..", "..query.answer.."))
                // groups is a query over the rows of these views, not a view
                .ignoreDependency(
                        resideInAPackage("..query.groups.."),
                        resideInAnyPackage("..query.reviews..", "..query.recommendations..", "..query.trail.."))
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAnyPackage("..command.desk..", "..command.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..command.review..", "..command.recommendation..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAnyPackage("..query.live..", "..query.image..", "..query.answer..", "..query.upkeep..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..query.reviews..", "..query.recommendations..", "..query.groups..", "..query.trail..")
                .check(HOUSE);
    }

    @Test
    void axon_stays_in_its_rooms() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.waymark.command.desk..", "org.waymark.command.axon..")
                .and(not(simpleNameIn("org.waymark.command", ".*(Aggregate|Command|Controller)")))
                .and(not(simpleNameIn("org.waymark.standalone", "Standalone")))
                .should()
                .dependOnClassesThat(are(resideInAPackage("org.axonframework..")))
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> simpleNameIn(String room, String name) {
        return resideInAPackage(room + "..")
                .and(DescribedPredicate.describe(
                        "named " + name, type -> type.getSimpleName().matches(name)));
    }

    @Test
    void deciders_are_plain_java() {
        noClasses()
                .that()
                .resideInAPackage("org.waymark.command..")
                .and()
                .resideOutsideOfPackage("..command.desk..")
                .and()
                .haveSimpleNameNotEndingWith("Controller")
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .and()
                .haveSimpleNameNotEndingWith("Advice")
                .and()
                .haveSimpleNameNotEndingWith("Interceptor")
                .and()
                .haveSimpleNameNotEndingWith("Aggregate")
                .and()
                .doNotHaveSimpleName("CommandService")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.slf4j..", "java.sql..", "com.fasterxml.jackson.databind..")
                .check(HOUSE);
    }

    @Test
    void nobody_decides_or_folds_by_the_wall_clock_or_by_chance() {
        DescribedPredicate<JavaAccess<?>> readsTheMachine = DescribedPredicate.describe(
                "clock or chance of the machine",
                access -> READS_THE_MACHINE.contains(access.getTargetOwner().getName() + "."
                                + access.getTarget().getName())
                        && access.getTarget().getDescription().indexOf("Clock)") < 0);
        noClasses()
                .that()
                .resideInAnyPackage("org.waymark.command..", "org.waymark.query..", "org.waymark.events..")
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .and()
                .haveSimpleNameNotEndingWith("Controller")
                .should()
                .accessTargetWhere(readsTheMachine)
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..command.review..", "..command.recommendation..", "..command.rules..", "..events.rules..")
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .and()
                .haveSimpleNameNotEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    private static final Set<String> READS_THE_MACHINE = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.util.UUID.randomUUID",
            "java.lang.Math.random",
            "java.lang.System.currentTimeMillis");

    @Test
    void each_shell_has_one_handler_on_the_sealed_type() {
        List<JavaClass> shells = HOUSE.stream()
                .filter(type -> type.getSimpleName().endsWith("Aggregate"))
                .toList();
        assertThat(shells).isNotEmpty();
        assertThat(shells).allSatisfy(shell -> {
            assertThat(handled(shell, CommandHandler.class))
                    .containsExactly(shell.getSimpleName().replace("Aggregate", "Command"));
            assertThat(handled(shell, EventSourcingHandler.class))
                    .containsExactly(shell.getSimpleName().replace("Aggregate", "Event"));
            assertThat(shell.reflect().getDeclaredFields()).hasSizeLessThanOrEqualTo(3);
        });
    }

    private static List<String> handled(JavaClass shell, Class<? extends java.lang.annotation.Annotation> handler) {
        return shell.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(handler))
                .map(JavaMethod::getRawParameterTypes)
                .map(List::getFirst)
                .peek(type ->
                        assertThat(type.reflect().isSealed()).as(type.getName()).isTrue())
                .map(JavaClass::getSimpleName)
                .toList();
    }

    @Test
    void every_rule_is_named_by_a_test() {
        List<String> rules = HOUSE.stream()
                .filter(type -> type.isEnum() && type.getSimpleName().endsWith("Rule"))
                .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        assertThat(rules).hasSizeGreaterThan(20);
        Set<String> words = words(Path.of("..", "command-service", "src", "test", "java"));
        assertThat(rules)
                .allSatisfy(rule -> assertThat(words.contains(rule))
                        .as("a test that refuses by %s", rule)
                        .isTrue());
    }

    private static Set<String> words(Path sources) {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                words.addAll(List.of(Files.readString(file).split("\\W+")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    @Test
    void injection_streams_logging_and_exceptions_are_those_of_the_house() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(HOUSE);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(HOUSE);
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(HOUSE);
        noClasses() // programs for the console speak there
                .that()
                .resideOutsideOfPackages("org.waymark.stories..", "org.waymark.drills..", "org.waymark.bench..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(HOUSE);
        fields().that()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat(are(resideInAPackage("org.waymark..")))
                .should()
                .notBePublic()
                .check(HOUSE);
    }

    @Test
    void answers_are_never_events() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .haveRawReturnType(DescribedPredicate.describe(
                        "an event", type -> type.isAssignableTo("org.waymark.events.WaymarkEvent")))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void beans_are_made_in_configurations() {
        methods()
                .that()
                .areAnnotatedWith(Bean.class)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Configuration")
                .check(HOUSE);
    }

    @Test
    void every_package_says_what_lives_there_and_takes_no_null() {
        Set<String> packages = new TreeSet<>();
        Set<String> said = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            packages.add(type.getPackageName());
            if (type.getSimpleName().equals("package-info")) {
                said.addAll(type.getAnnotations().stream()
                        .map(JavaAnnotation::getRawType)
                        .filter(annotation -> annotation.getSimpleName().equals("NullMarked"))
                        .map(_ -> type.getPackageName())
                        .toList());
            }
        }
        assertThat(said).isEqualTo(packages);
    }

    @Test
    void utility_words_name_nothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Dto|Impl|Info)")
                .check(new ClassFileImporter()
                        .withImportOption(at -> !at.contains("package-info"))
                        .importPackages("org.waymark"));
        assertThat(HOUSE.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getSimpleName))
                .noneMatch(name -> name.startsWith("Abstract"));
    }
}
