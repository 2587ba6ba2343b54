package org.mailcontinuity.standalone.supervisor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.standalone.broker.BrokerProcess;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.Port;
import org.mailcontinuity.standalone.installation.PrivateFiles;
import org.mailcontinuity.standalone.mail.DemoMailProcess;
import org.mailcontinuity.standalone.mail.DemoMailSettings;
import org.mailcontinuity.standalone.secret.Secrets;
import org.mailcontinuity.standalone.service.ServicePlan;
import org.mailcontinuity.standalone.service.ServicePlans;
import org.mailcontinuity.testbed.broker.TopicCreation;
import org.mailcontinuity.testbed.broker.TopicSpec;
import org.mailcontinuity.testbed.database.DatabaseAddress;
import org.mailcontinuity.testbed.database.DatabaseSettings;

/** Puts the parts of an installation together: commands, files, ports. */
final class Assembly {
    private static final List<String> DATABASES = List.of("event", "notifier");

    private final Installation installation;
    private final Secrets secrets;
    private final ServicePlans plans;

    private Assembly(Installation installation, Secrets secrets) {
        this.installation = installation;
        this.secrets = secrets;
        this.plans = new ServicePlans(installation, secrets);
    }

    static Assembly of(Installation installation) throws IOException {
        PrivateFiles.createFolder(installation.run());
        PrivateFiles.createFolder(installation.logs());
        Secrets secrets = Secrets.prepare(installation);
        if (installation.demo()) {
            DemoMailSettings.prepare(installation, secrets);
        }
        return new Assembly(installation, secrets);
    }

    Supervisor supervisor() throws IOException {
        PrivateFiles.write(installation.data().resolve("kafka-client.properties"), asText(plans.kafkaClient()));
        List<Part> foundation = new ArrayList<>(List.of(database(), broker()));
        if (installation.demo()) {
            foundation.add(mail());
        }
        List<Part> services = new ArrayList<>();
        for (ServicePlan plan : plans.all()) {
            services.add(service(plan));
        }
        StatusBoard board = new StatusBoard(Supervisor.boardFile(installation), InstantSource.system());
        return new Supervisor(foundation, this::createTopicsAndDatabases, services, board);
    }

    private void createTopicsAndDatabases() throws IOException {
        TopicCreation.createMissing(
                plans.kafkaClient(),
                Topics.all().stream()
                        .map(topic -> new TopicSpec(topic.name(), topic.partitions(), topic.configuration()))
                        .toList());
        DatabaseAddress address = new DatabaseAddress(
                "127.0.0.1", installation.port(Port.DATABASE), "postgres", secrets.databasePassword());
        DATABASES.forEach(address::createDatabase);
    }

    private Part database() throws IOException {
        DatabaseSettings settings = new DatabaseSettings(
                installation.data().resolve("postgres"),
                installation.data().resolve("postgres-programs"),
                installation.log("database"),
                installation.port(Port.DATABASE),
                secrets.databasePassword());
        return new DatabasePart(settings, pidFile("database"));
    }

    private Part broker() throws IOException {
        List<String> command = java("384m", System.getProperty("java.class.path"));
        command.addAll(List.of(
                BrokerProcess.class.getName(),
                installation.data().resolve("kafka").toString(),
                Integer.toString(installation.port(Port.BROKER)),
                Integer.toString(installation.port(Port.CONTROLLER)),
                secrets.brokerPasswordFile().toString()));
        Map<String, String> client = new HashMap<>(plans.kafkaClient());
        return child("broker", command, new BrokerReadiness(client));
    }

    private Part mail() {
        List<String> command = java("96m", System.getProperty("java.class.path"));
        command.addAll(List.of(
                DemoMailProcess.class.getName(),
                installation.home().toString(),
                installation.data().toString(),
                Integer.toString(installation.portOffset()),
                Integer.toString(installation.vantageCount())));
        return child(
                "mail",
                command,
                Readiness.http("http://127.0.0.1:" + installation.port(Port.MAIL_CONTROL) + "/status"));
    }

    private Part service(ServicePlan plan) throws IOException {
        Path configuration = installation.run().resolve(plan.name() + ".properties");
        PrivateFiles.write(configuration, asText(plan.configuration()));
        List<String> command = java(plan.heap(), "");
        command.add("-Dquarkus.config.locations=" + configuration.toUri());
        command.add("-jar");
        command.add(installation.serviceJar(plan.module()).toString());
        return child(
                plan.name(), command, Readiness.http("http://127.0.0.1:" + plan.managementPort() + "/q/health/ready"));
    }

    private Part child(String name, List<String> command, Readiness readiness) {
        return new ChildProcess(name, command, readiness, installation.log(name), pidFile(name));
    }

    private Path pidFile(String name) {
        return installation.run().resolve(name + ".pid");
    }

    /** The JVM of this process with options for a small one; the main class or {@code -jar} comes after. */
    private static List<String> java(String heap, String classPath) {
        String program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                program,
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (!classPath.isEmpty()) {
            command.add("-cp");
            command.add(absolute(classPath));
        }
        return command;
    }

    private static String absolute(String classPath) {
        StringBuilder all = new StringBuilder();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            all.append(all.isEmpty() ? "" : File.pathSeparator)
                    .append(Path.of(entry).toAbsolutePath());
        }
        return all.toString();
    }

    private static String asText(Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString();
    }
}
