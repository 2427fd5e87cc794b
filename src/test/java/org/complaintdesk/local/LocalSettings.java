package org.complaintdesk.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What a developer may set for the local system, all of it by environment variables.
 *
 * @param directory where everything the local system remembers is kept
 * @param demo      whether an empty desk is filled with demo cases
 */
record LocalSettings(Path directory, int smtpPort, int imapPort, boolean demo) {

    private static final String DIRECTORY = "COMPLAINTDESK_LOCAL_DIR";
    private static final String SMTP_PORT = "COMPLAINTDESK_LOCAL_SMTP_PORT";
    private static final String IMAP_PORT = "COMPLAINTDESK_LOCAL_IMAP_PORT";
    private static final String DEMO = "COMPLAINTDESK_LOCAL_DEMO";

    /** @throws LocalProblem when a variable holds something else than it should */
    static LocalSettings of(Map<String, String> environment) {
        return new LocalSettings(Path.of(text(environment, DIRECTORY, ".local")).toAbsolutePath().normalize(),
                port(environment, SMTP_PORT, 3025), port(environment, IMAP_PORT, 3143), demo(environment));
    }

    /** @throws LocalProblem when another program listens on one of the mail ports */
    void requireFreePorts() {
        requireFree(SMTP_PORT, smtpPort);
        requireFree(IMAP_PORT, imapPort);
    }

    private static void requireFree(String variable, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        } catch (IOException e) {
            throw new LocalProblem("Port %d, which the local mail server needs, cannot be used (%s): set %s to a free port."
                    .formatted(port, e.getMessage(), variable), e);
        }
    }

    private static int port(Map<String, String> environment, String variable, int usual) {
        String value = text(environment, variable, String.valueOf(usual));
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw new LocalProblem("%s is '%s': set it to a port between 1 and 65535.".formatted(variable, value));
        }
        return Integer.parseInt(value);
    }

    private static boolean demo(Map<String, String> environment) {
        String value = text(environment, DEMO, "true").toLowerCase();
        if (!Set.of("true", "false").contains(value)) {
            throw new LocalProblem("%s is '%s': set it to true or false.".formatted(DEMO, value));
        }
        return Boolean.parseBoolean(value);
    }

    private static String text(Map<String, String> environment, String variable, String usual) {
        String value = environment.getOrDefault(variable, "").strip();
        return value.isEmpty() ? usual : value;
    }
}
