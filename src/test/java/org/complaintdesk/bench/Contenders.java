package org.complaintdesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.complaintdesk.support.PackagedDesk;

/** Who is measured: the bare engines, each from its own jar, and the desk from the classes under test. */
enum Contenders {

    CAMUNDA("Camunda 7.24, full history"),
    TUNED("Camunda 7.24, tuned: audit, one transaction a step", "-Dbench.tuned=true"),
    OPERATON("Operaton 1.0"),
    FLOWABLE("Flowable 7.2"),
    DESK("the desk");

    private static final Path JARS = Path.of("target/bench-engines").toAbsolutePath();

    private final String title;
    private final List<String> options;

    Contenders(String title, String... options) {
        this.title = title;
        this.options = List.of(options);
    }

    String title() {
        return title;
    }

    /** @return the name of its database */
    String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param listen whether what it says to its database is counted, which costs time */
    ContenderProcess start(DurablePostgres postgres, Path directory, int mailPort, boolean listen) throws IOException {
        String url = postgres.database(database());
        List<String> command = new ArrayList<>(options);
        command.add("-Dbench.listen=" + listen);
        command.addAll(this == DESK ? desk(url, mailPort, listen) : List.of("-jar", jar().toString(), url));
        return ContenderProcess.start(database(), directory, command);
    }

    private Path jar() {
        String engine = this == TUNED ? CAMUNDA.database() : database();
        Path jar = JARS.resolve(engine).resolve(engine + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: mvn -Pbench builds it, or mvn package in src/bench");
        }
        return jar;
    }

    /** As installed, but for the quiet hours: at night no mail would go out, and figures would depend on the time of day. */
    private static List<String> desk(String url, int mailPort, boolean listen) throws IOException {
        int port = PackagedDesk.freePort();
        List<String> command = new ArrayList<>(List.of("-cp", classPath(),
                "-Dbench.kind=" + System.getProperty("bench.kind", "COUPON"),
                "org.complaintdesk.ComplaintDesk",
                "--spring.main.sources=org.complaintdesk.bench.DeskOrders,org.complaintdesk.local.OnlyLocalTestClasses",
                "--bench.orders=true", "--server.port=" + port, "--server.address=127.0.0.1",
                "--spring.datasource.url=" + url, "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + mailPort,
                "--complaintdesk.public-url=http://localhost:" + port, "--complaintdesk.admin-password=a-password-of-ours",
                "--complaintdesk.update.quiet-hours=off", "--complaintdesk.deadline.quiet-hours=off"));
        if (listen) {
            command.add("--bench.listen=true");
        }
        return command;
    }

    /** @return the tests' class path, absolute, for it runs elsewhere */
    private static String classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return String.join(":", Stream.of(path.split(":")).map(part -> Path.of(part).toAbsolutePath().toString()).toList());
    }
}
