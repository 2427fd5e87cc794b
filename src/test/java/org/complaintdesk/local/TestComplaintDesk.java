package org.complaintdesk.local;

import java.util.Arrays;
import java.util.stream.Stream;
import org.complaintdesk.ComplaintDesk;
import org.springframework.boot.SpringApplication;

/**
 * Starts the whole complaint desk on this machine: embedded PostgreSQL and mail server, demo people, demo cases. This is
 * what {@code mvn spring-boot:test-run} finds, as the only main class among the tests.
 */
public final class TestComplaintDesk {

    private TestComplaintDesk() {
    }

    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (LocalProblem problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        } catch (RuntimeException reported) {
            // Spring has said why; without this the threads of half a system would keep the process alive.
            System.exit(1);
        }
    }

    private static void run(String[] arguments) {
        LocalSettings settings = LocalSettings.of(System.getenv());
        LocalDirectory directory = LocalDirectory.occupy(settings.directory());
        settings.requireFreePorts();
        LocalClock.resume(settings.directory());
        LocalDatabase database = LocalDatabase.start(settings.directory());
        SpringApplication.getShutdownHandlers().add(() -> {
            database.close();
            directory.close();
        });
        // As arguments, so that settings of a real installation in the shell never win.
        Stream<String> local = Stream.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + settings.smtpPort(),
                // What the desk sends from is what it reads: answering one of its mails reaches the case.
                "--complaintdesk.mailbox.host=127.0.0.1",
                "--complaintdesk.mailbox.port=" + settings.imapPort(),
                "--complaintdesk.mailbox.username=service@localhost",
                "--complaintdesk.mailbox.password=any",
                "--complaintdesk.mailbox.tls=NONE",
                "--complaintdesk.mailbox.look-every=PT5S",
                "--server.address=127.0.0.1");
        SpringApplication.from(ComplaintDesk::main)
                .with(LocalSystem.class, OnlyLocalTestClasses.class)
                .withAdditionalProfiles("local")
                .run(Stream.concat(local, Arrays.stream(arguments)).toArray(String[]::new));
    }
}
