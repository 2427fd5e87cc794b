package org.complaintdesk.faults;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A mail server in a process of its own, to be killed. What it has said yes to is on disk: it answers for nothing that it
 * could lose, as RFC 5321 (6.1) asks of it.
 */
final class KeptMailServer implements AutoCloseable {

    private final Path directory;
    private final int port;
    private Process process;

    KeptMailServer(Path directory, int port) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.port = port;
    }

    int port() {
        return port;
    }

    Path directory() {
        return directory;
    }

    void start() throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xmx128m",
                "-cp", System.getProperty("java.class.path"), KeptMailServer.class.getName(), String.valueOf(port), directory.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("server.log").toFile())).start();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }

    public static void main(String[] args) {
        Path directory = Path.of(args[1]);
        GreenMail server = new GreenMail(new ServerSetup(Integer.parseInt(args[0]), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        // Before it listens: what it takes is kept from the first mail on.
        server.getUserManager().setMessageDeliveryHandler((message, address) -> {
            keep(directory, message.getMessage());
            return server.setUser(address.getEmail(), "none");
        });
        server.start();
    }

    private static void keep(Path directory, MimeMessage message) throws MessagingException {
        Path file = directory.resolve(UUID.randomUUID() + ".part");
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            message.writeTo(out);
            out.getFD().sync();
        } catch (IOException e) {
            throw new MessagingException("The mail cannot be kept", e);
        }
        file.toFile().renameTo(directory.resolve(file.getFileName().toString().replace(".part", KeptMails.ENDING)).toFile());
    }
}
