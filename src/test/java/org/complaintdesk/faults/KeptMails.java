package org.complaintdesk.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a mail server that was killed has taken: one file for each mail it has answered for, on disk before the answer. */
final class KeptMails {

    static final String ENDING = ".eml";

    private KeptMails() {
    }

    /** @return how often each Message-ID was taken */
    static Map<String, Integer> in(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).map(KeptMails::messageId)
                    .collect(Collectors.toMap(id -> id, id -> 1, Integer::sum));
        }
    }

    private static String messageId(Path file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
            StringBuilder header = new StringBuilder();
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                header.append(line.startsWith(" ") || line.startsWith("\t") ? "" : "\n").append(line);
            }
            return header.toString().lines().filter(line -> line.regionMatches(true, 0, "Message-ID:", 0, 11))
                    .map(line -> line.substring(11).strip()).findFirst().orElse("none in " + file.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
