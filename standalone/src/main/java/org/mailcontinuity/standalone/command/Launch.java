package org.mailcontinuity.standalone.command;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.PrivateFiles;
import org.mailcontinuity.standalone.supervisor.SupervisorProcess;

/** Starts the supervisor so that it outlives the terminal: in a session of its own, or at least deaf to a hang-up. */
final class Launch {
    private Launch() {}

    static Process supervisor(Installation installation) throws IOException {
        PrivateFiles.createFolder(installation.logs());
        List<String> command = new ArrayList<>(detached());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", // unpacking PostgreSQL takes most of it
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                SupervisorProcess.class.getName(),
                installation.home().toString(),
                installation.data().toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(installation.log("supervisor").toFile()))
                .start();
        process.getOutputStream().close();
        return process;
    }

    private static List<String> detached() {
        for (String program : List.of("setsid", "nohup")) {
            if (onPath(program)) {
                return List.of(program);
            }
        }
        return List.of();
    }

    private static boolean onPath(String program) {
        return Arrays.stream(
                        System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }
}
